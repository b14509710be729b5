import { ENDS, type End, type Fault, type Faults } from '../providers/faults'
import { refuse, type ControlCall, type ControlRoutes } from './routes'

const isEnd = (value: unknown): value is End => (ENDS as readonly unknown[]).includes(value)
const isCut = (value: unknown): value is Fault['cut'] => value === undefined || value === 'before' || value === 'after'
const isCode = (value: unknown): value is Fault['code'] => value === undefined || typeof value === 'number' || typeof value === 'string'
const count = (value: unknown, otherwise: number): number => (typeof value === 'number' && value > 0 ? value : otherwise)

const faultOf = ({ end, times, code, message, wholeCall, latencyMs, cut }: ControlCall['body']): Fault | undefined => {
  if (!isEnd(end) || !isCut(cut) || !isCode(code)) return undefined
  return {
    end, code, cut, times: count(times, 1), latencyMs: count(latencyMs, 0) || undefined, wholeCall: wholeCall === true,
    message: typeof message === 'string' ? message : undefined,
  }
}

/** Tells the providers' ends to fail: `{ end, times?, code?, message?, wholeCall?, latencyMs?, cut? }`. */
export const providerRoutes = (faults: Faults): ControlRoutes => ({
  'GET providers/faults': () => faults.list(),
  'DELETE providers/faults': () => faults.clear(),
  'POST providers/faults': ({ body }) => {
    const fault = faultOf(body)
    if (!fault) return refuse(400, 'INVALID_PARAM', `end must be one of ${ENDS.join(', ')}; cut "before" or "after"`)
    faults.add(fault)
    return faults.list()
  },
})
