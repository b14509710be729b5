import { FAULTS, type FaultPlan } from '../faults/fault-plan'
import { readPlan } from '../faults/read-plan'
import { refuse, type ControlRoutes } from './routes'

const WANTED = `{"seed": whole number, "rates"?: ${JSON.stringify(FAULTS)} each from 0 to 1, "slowMs"?, "clockJumpMs"?, "timerRetries"?, "kills"?: [{"function", "call"?, "request"?}]}`

/** The seeded plan of faults: `POST` begins one anew, `GET` tells it and what came of it, `DELETE` ends it. */
export const faultRoutes = (plan: FaultPlan): ControlRoutes => ({
  'GET faults': () => plan.state() ?? { plan: null, happened: [] },
  'POST faults': ({ body }) => {
    const spec = readPlan(body)
    if (!spec) return refuse(400, 'INVALID_PARAM', `${WANTED} is wanted`)
    plan.begin(spec)
    return plan.state()
  },
  'DELETE faults': () => {
    const state = plan.state()
    plan.end()
    return state ?? { plan: null, happened: [] }
  },
})
