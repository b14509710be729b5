import { dayOf, timeOf } from '../kernel/civil-day'
import type { Channel, Route } from '../reminder/channel'
import { reasonWords } from '../reminder/reason-words'
import type { Alarm } from './alarm'
import type { TimerDoor } from './door'

export const HEALTH_CHANNEL_WORDS: Readonly<Record<Channel, string>> = { home: '首页', sms: '短信', wechat: '微信' }
export const WAY_NAMES: Readonly<Record<Route, string>> = { home: '首页', sms: '短信', 'official-account': '公众号', 'subscribe-message': '订阅消息', 'employee-message': '用工消息' }
export const DOOR_NAMES: Readonly<Record<TimerDoor, string>> = { remind: '提醒服务', sweep: '夜间清理', digest: '每日运行摘要' }

/** A reason as those are told who are the «管理员» of the other wordings themselves. */
export const managersReason = (reason: string): string => (reasonWords(reason) ?? (reason === '' ? '没有记下原因' : `原因代码 ${reason}`)).replace('，请联系管理员', '')

/** The time alone when it is today. */
export const sinceWords = (since: Date, now: Date): string => `${dayOf(since) === dayOf(now) ? '' : `${dayOf(since)} `}${timeOf(since).slice(0, 5)}`

type Words = { [K in Alarm['kind']]: (alarm: Extract<Alarm, { kind: K }>, now: Date) => string }

const WHAT: Words = {
  silent: ({ door, since }, now) => (since === null ? `${DOOR_NAMES[door]}还没有运行过` : `${DOOR_NAMES[door]}自 ${sinceWords(since, now)} 起没有运行`),
  stuck: ({ since }, now) => `有提醒 ${sinceWords(since, now)} 就该发出，到现在还没有发`,
  stopped: ({ way }) => `${WAY_NAMES[way]}的模板被微信封禁，全院的${WAY_NAMES[way]}提醒已停`,
  settings: ({ way, code, since }, now) => `${WAY_NAMES[way]}自 ${sinceWords(since, now)} 起发不出去：${managersReason(code)}`,
  capped: ({ kept }) => `近 24 小时本院短信到了每日上限，${kept} 条没有发`,
  guessing: ({ locked }) => `有 ${locked} 处因连续输错绑定码被锁，可能有人在猜绑定码`,
  unchecked: ({ photos, code }) => `近 24 小时有 ${photos} 张照片没有做内容检查：${code === '' ? '微信没有回结果' : managersReason(code)}`,
  failures: ({ channel, failed, total, reason }) => `近 24 小时${HEALTH_CHANNEL_WORDS[channel]} ${total} 条中有 ${failed} 条没有送到，多数因为：${managersReason(reason)}`,
}

const WHAT_TO_DO: Words = {
  silent: ({ door }) => (door === 'remind' ? '请告诉系统管理员检查云函数 remind 的定时触发器。恢复后当天的提醒会补发。' : `请告诉系统管理员检查云函数 ${door} 的定时触发器。提醒照常发送。`),
  stuck: () => '请告诉系统管理员查看云函数 deliver 的日志。处理好以后当天的提醒会补发。',
  stopped: () => '请在微信公众平台换好模板，在通道设置里测试通过后，到提醒规则里恢复。首页通知和短信不受影响。',
  settings: ({ own }) => (own ? '请到通道设置里改正，测试通过后再保存。' : '这是平台统一的设置，请告诉系统管理员。'),
  capped: () => '请到通道设置里调高短信的每日上限，或在证件类型里把短信改为节点。首页通知和微信照常发送。',
  guessing: () => '锁一小时后自动解开，账号和提醒不受影响。新的绑定码请当面交给本人，不要发到群里；反复出现时请告诉系统管理员。',
  unchecked: () => '照片照常显示，提醒照常发送。请到通道设置重新测试；消息推送的地址也请核对一遍。',
  failures: () => '请看「近 7 天的原因」，按原因处理；今天没有送到的，可在操作证的送达记录里重发。',
}

const say = (words: Words, alarm: Alarm, now: Date): string => (words[alarm.kind] as (alarm: Alarm, now: Date) => string)(alarm, now)

/** What is wrong, in one sentence without its full stop. */
export const alarmWords = (alarm: Alarm, now: Date): string => say(WHAT, alarm, now)

/** The provider's own code, for whoever looks it up; '' when it said none. */
export const alarmCode = (alarm: Alarm): string => (alarm.kind === 'settings' || alarm.kind === 'stopped' || alarm.kind === 'unchecked' ? alarm.code : '')

/** What to do about it. */
export const alarmRemedy = (alarm: Alarm, now: Date): string => say(WHAT_TO_DO, alarm, now)

/** The one sentence of 首页; '' when all is well. */
export function alarmSentence(alarms: readonly Alarm[], now: Date): string {
  const [first, ...others] = alarms
  if (!first) return ''
  return `${alarmWords(first, now)}${others.length > 0 ? `（另有 ${others.length} 项）` : ''}。`
}
