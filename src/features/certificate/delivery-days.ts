import type * as v from 'valibot'
import type { deliveryView } from '../../../contract/certificate'
import { daysBetween, type CivilDay } from '../../../domain/kernel/civil-day'
import { windowOf } from '../../../domain/reminder/window'
import { clockWords, EM, monthDay, nearDay } from './day-words'
import { CHANNEL_WORDS, deliveryReasonWords, remedyWords } from './wording'

export type Delivery = v.InferOutput<typeof deliveryView>

/** ok: it arrived; wait: on its way or not sure; missed: it did not; none: nothing was to be sent. */
export type DeliveryMark = 'ok' | 'wait' | 'missed' | 'none'

export interface ChannelLine {
  id: string
  channel: string
  mark: DeliveryMark
  /** When it arrived and how, with one em between the two. */
  text: string
  /** Why not, and what mends it; '' when there is nothing to say. */
  reason: string
  remedy: string
}

export interface PersonDay {
  accountId: string
  name: string
  lines: ChannelLine[]
}

export interface DeliveryDay {
  day: CivilDay
  /** 11-23 */
  date: string
  /** 今天, 周日 */
  near: string
  /** 「第 16 次」; '' outside the present cycle's days. */
  turn: string
  people: PersonDay[]
}

const STATES: Readonly<Record<Delivery['state'], readonly [mark: DeliveryMark, words: string]>> = {
  queued: ['wait', '等待发送'],
  sending: ['wait', '正在发送'],
  sent: ['ok', '已送达'],
  failed: ['missed', '没送到'],
  unknown: ['wait', '不确定是否送到'],
  held: ['none', '未发送'],
}

const SENT_BY: Readonly<Record<string, string>> = { 'official-account': '公众号已送达', 'subscribe-message': '订阅消息已送达', 'employee-message': '用工消息已送达' }

function sentWords({ channel, route, readAt }: Delivery): string {
  if (channel === 'home') return readAt === null ? '还没读' : `${clockWords(readAt)} 已读`
  return route === null ? '已送达' : (SENT_BY[route] ?? '已送达')
}

/** A person nobody can reach by a channel is a miss to mend; what was handled or told already is none. */
const MENDABLE = new Set(['no-phone', 'not-bound', 'not-following-no-credit', 'account-off', 'channel-not-set-up'])

function markOf({ state, reason }: Delivery): readonly [DeliveryMark, string] {
  return state === 'held' && MENDABLE.has(reason) ? ['missed', '没发出'] : STATES[state]
}

export function channelLine(delivery: Delivery): ChannelLine {
  const [mark, words] = markOf(delivery)
  const sent = delivery.state === 'sent'
  return {
    id: delivery.id,
    channel: CHANNEL_WORDS[delivery.channel],
    mark,
    text: sent ? [clockWords(delivery.at), sentWords(delivery)].join(EM) : words,
    reason: sent ? '' : (deliveryReasonWords(delivery.reason) ?? ''),
    remedy: sent ? '' : (remedyWords(delivery.reason) ?? ''),
  }
}

const ORDER: readonly Delivery['channel'][] = ['home', 'wechat', 'sms']
const byChannel = (a: Delivery, b: Delivery): number => ORDER.indexOf(a.channel) - ORDER.indexOf(b.channel) || (a.at < b.at ? -1 : 1)

const groupBy = <T>(rows: readonly T[], key: (row: T) => string): Array<[string, T[]]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return [...groups]
}

type Cycle = { expiresOn: CivilDay | null; longTerm: boolean; leadDays: number }

/** Which of the cycle's sends this day's is; a day before a renewal belongs to an older cycle and has no number here. */
function turnOf(day: CivilDay, cycle: Cycle): string {
  const window = windowOf(cycle)
  if (window === null || day < window.first || day > window.last) return ''
  return `第 ${daysBetween(window.first, day) + 1} 次`
}

/** The record by day, newest first, and in a day by person. */
export function deliveryDays(deliveries: readonly Delivery[], cycle: Cycle, today: CivilDay): DeliveryDay[] {
  return groupBy(deliveries, ({ day }) => day).sort(([a], [b]) => (a < b ? 1 : -1)).map(([day, rows]) => ({
    day,
    date: monthDay(day),
    near: nearDay(day, today),
    turn: turnOf(day, cycle),
    people: groupBy(rows, ({ accountId }) => accountId).map(([accountId, own]) => ({ accountId, name: own[0]?.account ?? '', lines: [...own].sort(byChannel).map(channelLine) })),
  }))
}

/** Who got at least one message today. */
export const toldToday = (deliveries: readonly Delivery[], today: CivilDay): number =>
  new Set(deliveries.filter(({ day, state }) => day === today && state === 'sent').map(({ accountId }) => accountId)).size
