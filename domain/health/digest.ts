import { timeOf, type CivilDay } from '../kernel/civil-day'
import { alarmWords, HEALTH_CHANNEL_WORDS, managersReason, sinceWords } from './alarm-words'
import type { Alarm } from './alarm'
import { reasonsOf, trafficOf, type Counted } from './traffic'

/** When 每日运行摘要 may first be written; what comes later that day catches it up (B18). */
export const DIGEST_TIME = '08:30:00'

export interface DigestFacts {
  now: Date
  /** The day that it tells of: the one before. */
  day: CivilDay
  rows: readonly Counted[]
  /** Certificates that tell nobody: no channel, no recipient, or only retired devices. */
  remindsNobody: number
  /** Expired, and nobody has renewed or revoked them. */
  expired: number
  lastTickAt: Date | null
  alarms: readonly Alarm[]
}

/** Is it time for today's? */
export const isDigestTime = (now: Date): boolean => timeOf(now) >= DIGEST_TIME

/** More than a sentence holds. */
const REASONS = 3

function withReasons(rows: readonly Counted[], state: 'failed' | 'held', label: string): string[] {
  const reasons = reasonsOf(rows, state)
  const total = reasons.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return []
  const listed = reasons.slice(0, REASONS).map(({ channel, reason, count }) => `${HEALTH_CHANNEL_WORDS[channel]}：${managersReason(reason)} ${count}`)
  return [`${label} ${total} 条（${listed.join('，')}${reasons.length > REASONS ? '，等' : ''}）`]
}

function trafficWords(rows: readonly Counted[]): string {
  const traffic = trafficOf(rows)
  const sent = traffic.filter((each) => each.sent > 0).map((each) => `${HEALTH_CHANNEL_WORDS[each.channel]} ${each.sent} 条`)
  const unknown = traffic.reduce((sum, each) => sum + each.unknown, 0)
  const parts = [
    ...(sent.length > 0 ? [`发出${sent.join('、')}`] : []),
    ...withReasons(rows, 'failed', '没有送到'),
    ...(unknown > 0 ? [`不确定是否送到 ${unknown} 条`] : []),
    ...withReasons(rows, 'held', '没有发'),
  ]
  return parts.length === 0 ? '没有要发的提醒' : parts.join('；')
}

/** 每日运行摘要 in the words of a clerk (B18): one message for those who answer for the reminders. */
export function digestOf({ now, day, rows, remindsNobody, expired, lastTickAt, alarms }: DigestFacts): { title: string; text: string } {
  const sentences = [
    `${day.slice(5)} ${trafficWords(rows)}`,
    `现有 ${remindsNobody} 张证不会提醒任何人，${expired} 张已过期还没有换证或注销`,
    lastTickAt === null ? '提醒服务还没有运行过' : `提醒服务最近一次检查 ${sinceWords(lastTickAt, now)}`,
    ...(alarms.length > 0 ? [`需要处理：${alarms.map((alarm) => alarmWords(alarm, now)).join('；')}`] : []),
  ]
  return { title: '每日运行摘要', text: `${sentences.join('。')}。` }
}
