import { homeOverview } from '../../../contract/inbox'
import { may } from '../../../domain/account/permissions'
import { alarmsOf } from '../../../domain/health/alarm'
import { alarmSentence } from '../../../domain/health/alarm-words'
import { reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { certificateWhere } from '../../../cloud/repositories/certificates'
import { countCovered } from '../../../cloud/repositories/covers'
import { countDevices } from '../../../cloud/repositories/devices'
import { healthFacts } from '../../../cloud/repositories/health'
import { countUnread } from '../../../cloud/repositories/inbox'
import { countWaiting } from '../../../cloud/repositories/submissions'
import { openWarnings } from '../../../cloud/repositories/warnings'
import { certificateEntries } from '../certificate/entry'
import { departmentsInScope } from '../department/scope'
import { monthsOf } from './months'

const MOST_WARNINGS = 20

/** Only those who can do something about it are alarmed (B18); nobody else's 首页 asks. */
async function alarmFor(caller: SignedIn, { store, now }: Scene): Promise<string> {
  if (!may(caller, 'health.read', { institutionId: caller.institutionId }).allowed) return ''
  return alarmSentence(alarmsOf(await healthFacts(store, caller.institutionId, now)), now)
}

/** 首页: what needs somebody today, the months to come, and whether the clockwork runs. */
export const overview = reads(homeOverview, async (_input, caller, scene) => {
  const { store, today } = scene
  const departmentIds = await departmentsInScope(store, caller, undefined)
  const scope = { institutionId: caller.institutionId, departmentIds }
  const where = certificateWhere({ ...scope, tokens: [], deviceType: '', deviceId: null, typeIds: null })
  const [warnings, unread, months, devices, covered, heartbeat, alarm, waiting] = await Promise.all([
    openWarnings(store, scope, { today, limit: MOST_WARNINGS }),
    countUnread(store, caller),
    monthsOf(store, where, today),
    countDevices(store, { ...scope, tokens: [] }),
    countCovered(store, scope, today),
    store.get('runs', 'heartbeat'),
    alarmFor(caller, scene),
    may(caller, 'submission.review').allowed ? countWaiting(store, scope) : 0,
  ])
  return {
    today,
    todo: await certificateEntries(store, warnings.docs),
    todoTotal: warnings.total,
    unread,
    waiting,
    months,
    devices,
    devicesWithoutHolder: Math.max(0, devices - covered),
    lastTickAt: heartbeat?.at.toISOString() ?? null,
    alarm,
  }
})
