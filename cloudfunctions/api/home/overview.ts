import { homeOverview } from '../../../contract/inbox'
import { reads } from '../../../cloud/gate/verb'
import { certificateWhere } from '../../../cloud/repositories/certificates'
import { countCovered } from '../../../cloud/repositories/covers'
import { countDevices } from '../../../cloud/repositories/devices'
import { countUnread } from '../../../cloud/repositories/inbox'
import { openWarnings } from '../../../cloud/repositories/warnings'
import { certificateEntries } from '../certificate/entry'
import { departmentsInScope } from '../department/scope'
import { monthsOf } from './months'

const MOST_WARNINGS = 20

/** 首页: what needs somebody today, the months to come, and whether the clockwork runs. */
export const overview = reads(homeOverview, async (_input, caller, { store, today }) => {
  const departmentIds = await departmentsInScope(store, caller, undefined)
  const scope = { institutionId: caller.institutionId, departmentIds }
  const where = certificateWhere({ ...scope, tokens: [], deviceType: '', deviceId: null, typeIds: null })
  const [warnings, unread, months, devices, covered, heartbeat] = await Promise.all([
    openWarnings(store, scope, { today, limit: MOST_WARNINGS }),
    countUnread(store, caller),
    monthsOf(store, where, today),
    countDevices(store, { ...scope, tokens: [] }),
    countCovered(store, scope, today),
    store.get('runs', 'heartbeat'),
  ])
  return {
    today,
    todo: await certificateEntries(store, warnings.docs),
    todoTotal: warnings.total,
    unread,
    months,
    devices,
    devicesWithoutHolder: Math.max(0, devices - covered),
    lastTickAt: heartbeat?.at.toISOString() ?? null,
  }
})
