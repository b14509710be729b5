import type { AlarmView, Health } from '../../../contract/health'
import type { Alarm } from '../../../domain/health/alarm'
import { DOOR_NAMES, HEALTH_CHANNEL_WORDS, managersReason, sinceWords } from '../../../domain/health/alarm-words'
import type { CivilDay } from '../../../domain/kernel/civil-day'

type Door = Health['doors'][number]
type Traffic = Health['days'][number]['channels'][number]
type Reason = Health['failed'][number]

/** As the domain words it: instants instead of their text. */
export function alarmOf(alarm: AlarmView): Alarm {
  if (!('since' in alarm)) return alarm
  if (alarm.kind === 'silent') return { ...alarm, since: alarm.since === null ? null : new Date(alarm.since) }
  return { ...alarm, since: new Date(alarm.since) }
}

export interface Way { text: string; path: string }

/** Where an alarm is mended, if that is on a page of this product. */
export function wayOut(alarm: AlarmView): Way | null {
  if (alarm.kind === 'stopped') return { text: '提醒规则', path: '/pages/work/rules/institution' }
  return alarm.kind === 'capped' || alarm.kind === 'unchecked' || (alarm.kind === 'settings' && alarm.own) ? { text: '通道设置', path: '/pages/work/channel/settings' } : null
}

/** The answer of the page in one sentence. */
export const headingWords = (alarms: number): string => (alarms === 0 ? '提醒正常发送' : `有 ${alarms} 件事要处理`)

const DOOR_TASKS: Readonly<Record<Door['door'], string>> = { remind: '每分钟看一次有没有要发的提醒', sweep: '每天夜里清理过期的数据', digest: '每天早上把昨天的情况发给管理员' }

export const doorWords = ({ door, lastAt }: Door, now: Date): { name: string; task: string; last: string } =>
  ({ name: DOOR_NAMES[door], task: DOOR_TASKS[door], last: lastAt === null ? '还没有运行过' : sinceWords(new Date(lastAt), now) })

/** What waits, in one line; each part only when there is some. */
export function queueWords({ due, ready, later, working, jobs }: Health['queue']): string[] {
  const parts = [
    ...(working ? ['正在发送'] : []),
    ...(due > 0 ? [`${due} 张证已到发送时间`] : []),
    ...(ready > 0 ? [`${ready} 条消息等着发`] : []),
    ...(later > 0 ? [`${later} 条过一会儿再发`] : []),
    ...(jobs > 0 ? [`${jobs} 项批量任务在办`] : []),
  ]
  return parts.length === 0 ? ['没有积压'] : parts
}

export const smsWords = ({ today, dailyCap }: Health['sms']): string => (dailyCap === null ? `${today} 条，没有设上限` : `${today} / ${dailyCap} 条`)

export function creditWords(credits: Health['credits']): string {
  if (credits === null) return '没有开通'
  const { withCredit, withoutCredit, remaining } = credits
  return withCredit + withoutCredit === 0 ? '还没有人同意过' : `${withCredit} 人还可提醒 ${remaining} 次，${withoutCredit} 人已用完`
}

const COLUMNS: ReadonlyArray<readonly [keyof Omit<Traffic, 'channel'>, string]> = [['sent', '发出'], ['failed', '没送到'], ['unknown', '不确定'], ['held', '没发'], ['waiting', '等着发']]

/** 首页 发出 12, 没送到 1; a channel of which there is nothing says nothing. */
export function trafficLine(traffic: Traffic): string | null {
  const parts = COLUMNS.flatMap(([column, words]) => (traffic[column] > 0 ? [`${words} ${traffic[column]}`] : []))
  return parts.length === 0 ? null : `${HEALTH_CHANNEL_WORDS[traffic.channel]}\u3000${parts.join('，')}`
}

/** Sent, and in words what was not; «—» when the channel had nothing. */
export function trafficCell(traffic: Traffic): { sent: string; rest: string; alarm: boolean } {
  const rest = COLUMNS.slice(1).flatMap(([column, words]) => (traffic[column] > 0 ? [`${words} ${traffic[column]}`] : []))
  const nothing = traffic.sent === 0 && rest.length === 0
  return { sent: nothing ? '—' : String(traffic.sent), rest: rest.join('，'), alarm: traffic.failed > 0 }
}

export const reasonLine = ({ channel, reason }: Reason): string => `${HEALTH_CHANNEL_WORDS[channel]}：${managersReason(reason)}`

export const dayName = (day: CivilDay, today: CivilDay): string => (day === today ? '今天' : day.slice(5))
