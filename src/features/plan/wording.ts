import type { PlanRow } from '../../../contract/plan'
import { dayOf, timeOf, type CivilDay } from '../../../domain/kernel/civil-day'
import type { PlanState } from '../../../domain/reminder/plan-state'
import { reasonWords as engineWords } from '../../../domain/reminder/reason-words'
import type { IconName } from '../../ui/icon'

/** The strip's states, what goes on first. Their signs are none of the marks by which a certificate's own state is known. */
export const STATE_WORDS: ReadonlyArray<readonly [state: PlanState, words: string, icon: IconName]> = [
  ['running', '提醒中', 'bell'],
  ['waiting', '未开始', 'cal'],
  ['silent', '暂停中', 'clock'],
  ['handled', '已处理', 'check'],
  ['ended', '已结束', 'lock'],
  ['off', '不提醒', 'close'],
]

export const stateWords = (state: PlanState): { words: string; icon: IconName } => {
  const [, words = '', icon = 'info'] = STATE_WORDS.find(([each]) => each === state) ?? []
  return { words, icon }
}

const REASONS: Readonly<Record<string, string>> = {
  'long-term': '长期有效，不会到期', 'no-expiry': '没有有效期至', 'no-channel': '没有勾选发送形式', 'no-recipient': '没有通知人员', 'devices-retired': '关联设备都已停用或报废', revoked: '已注销',
  expired: '已过有效期', 'last-told': '最后一次提醒已发出', handled: '已处理，不再提醒', review: '复审中', snoozed: '暂缓中', noted: '已处理', renewed: '已换证',
}

/** Why it does not go on, or until when it is quiet; '' while it runs or waits. */
export function reasonWords({ reason, handling }: Pick<PlanRow, 'reason' | 'handling'>): string {
  const words = REASONS[reason] ?? ''
  return (reason === 'review' || reason === 'snoozed') && handling?.until ? `${words}，${handling.until} 起恢复` : words
}

/** How many of those who should know do know today, or when it was last dealt with. */
export function toldWords({ state, recipients, toldToday, toldOn }: Pick<PlanRow, 'state' | 'recipients' | 'toldToday' | 'toldOn'>, today: CivilDay): string {
  if (toldOn === today) return `今天 ${toldToday} / ${recipients} 人已知`
  if (toldOn !== null) return `上次 ${toldOn}`
  return state === 'running' ? '还没有通知过' : ''
}

export const dayWords = (at: string | null): string => (at === null ? '' : dayOf(new Date(at)))

/** The day over its time, for the margin column; the year only where it is another one. */
export function nextParts(at: string, today: CivilDay): { year: string; day: string; time: string } {
  const instant = new Date(at)
  const day = dayOf(instant)
  return { year: day.slice(0, 4) === today.slice(0, 4) ? '' : day.slice(0, 4), day: day.slice(5), time: timeOf(instant).slice(0, 5) }
}

/** The timer that says nothing for this long is told (B18). */
const SILENT_MINUTES = 15

/** When the reminder timer last looked (B18). */
export function beatWords(lastTickAt: string | null, now: Date): { text: string; alarm: boolean } {
  if (lastTickAt === null) return { text: '提醒服务还没有运行过', alarm: true }
  const at = new Date(lastTickAt)
  const when = `${dayOf(at) === dayOf(now) ? '' : `${dayOf(at)} `}${timeOf(at).slice(0, 5)}`
  const silent = now.getTime() - at.getTime() >= SILENT_MINUTES * 60_000
  return silent ? { text: `提醒服务自 ${when} 起没有运行，请告诉系统管理员`, alarm: true } : { text: `提醒服务最近一次检查 ${when}`, alarm: false }
}

const MISSED: Readonly<Record<string, string>> = {
  'not-due': '还没到发送时间',
  'not-checked': '已到发送时间，提醒服务还没有处理到',
  'missed-day': '那天提醒服务没有处理到它，过去的日子不补发',
  'changed-since': '这张证后来改过，那天的情况已无从查起',
  'no-step': '按节点提醒，那天不是提醒节点',
  'slowed-down': '微信提示对这位人员过于频繁，只在提醒节点通知',
  'named-later': '那天的提醒发出以后，才加了这位通知人员或这种发送形式',
}
/** Why a certificate that names somebody told him nothing. */
export const missedWords = (reason: string): string => MISSED[reason] ?? REASONS[reason] ?? '没有记下原因'

/** Why a message does not tell of a certificate that it was planned for. */
export const leftOutWords = (reason: string): string => engineWords(reason) ?? '没有记下原因'

export const PLAN_SEARCH = '设备、证件号、持证人'
/** What a failed list must not make anybody fear. */
export const REMINDERS_SAFE = '提醒由服务器发送，不受影响。'
