import { maskNumber } from '../certificate/certificate'
import { renderTemplate, type TemplateFacts } from '../certificate/template'
import type { TypeMenu } from '../certificate/type-menu'
import type { InboxItem } from '../inbox/message'
import { chineseDay, daysBetween, type CivilDay } from '../kernel/civil-day'
import { lengthOf, shorten } from '../kernel/text'
import { fieldTypeOf, fitField, fitSmsVariable, SMS_VARIABLE_LENGTH, type FieldType } from './field-limits'
import type { FieldFact, Layout } from './wechat-layout'

/** One certificate of a message, as it stands at the moment of sending. */
export interface MessageItem extends Omit<TemplateFacts, 'remainingDays' | 'expiresOn'> {
  certificateId: string
  cycle: number
  expiresOn: CivilDay
  template: string
  /** Its type stands where devices are named (人员资质). */
  deviceless?: boolean
  /** Left out: 设备操作证. */
  menu?: TypeMenu
}

/** The message's certificates (one or more) and the local day on which it is sent. */
export interface Occasion {
  items: readonly MessageItem[]
  day: CivilDay
}

const soonest = ({ items }: Occasion): MessageItem | undefined =>
  [...items].sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : 0))[0]

const remaining = (item: MessageItem, day: CivilDay): number => daysBetween(day, item.expiresOn)

/** `剩25天，请及时处理`; on the last day `今天到期，仍有效`. */
const inWords = (days: number): string => (days > 0 ? `剩${days}天，请及时处理` : '今天到期（仍有效），请及时处理')

/** `裂隙灯`, `环境监测用… 等 2 台`: the first name cut so that the number of devices is never lost (B29). */
export function nameDevices(names: readonly string[], max: number): string {
  const first = names[0] ?? '设备'
  if (names.length <= 1) return shorten(first, max)
  const rest = ` 等 ${names.length} 台`
  return `${shorten(first, Math.max(1, max - lengthOf(rest)))}${rest}`
}

/** What of the device falls due, where it is not a certificate. */
const DUE_WORDS: Partial<Record<TypeMenu, string>> = { 'device-upkeep': '保养', 'device-metrology': '计量' }
const dueWord = ({ menu }: MessageItem): string => (menu && DUE_WORDS[menu]) ?? ''

/** `裂隙灯`; of a plan `裂隙灯 保养到期`, and the word is never lost. */
function subjectOf(item: MessageItem, max: number): string {
  const word = dueWord(item)
  return word === '' ? nameDevices(item.deviceNames, max) : `${nameDevices(item.deviceNames, max - 5)} ${word}到期`
}

/** `3 张操作证快到期`; with a plan among them `3 项快到期`. */
const together = (items: readonly MessageItem[]): string => `${items.length} ${items.some((item) => dueWord(item) !== '') ? '项' : '张操作证'}快到期`

export interface HomeMessage {
  title: string
  text: string
  items: InboxItem[]
}

/** 电脑首页通知: the full sentence of each certificate, all its devices named (S41, B29). */
export function renderHome(occasion: Occasion): HomeMessage {
  const items = occasion.items.map((item) => ({
    certificateId: item.certificateId,
    cycle: item.cycle,
    text: renderTemplate(item.template, { ...item, remainingDays: remaining(item, occasion.day) }),
    expiresOn: item.expiresOn,
  }))
  const only = occasion.items.length === 1 ? occasion.items[0] : undefined
  if (only) return { title: subjectOf(only, 60), text: items[0]?.text ?? '', items }
  const words = together(occasion.items)
  return { title: words, text: `共 ${words}，最早的 ${soonest(occasion)?.expiresOn ?? ''} 到期。`, items }
}

/** What each field says of one certificate, or of several together. Never the full 证件号. */
const SAYINGS: Readonly<Record<FieldFact, (occasion: Occasion, item: MessageItem) => string>> = {
  subject: ({ items }, item) => (items.length === 1 ? subjectOf(item, 20) : `共 ${together(items)}`),
  'expires-on': (_, item) => chineseDay(item.expiresOn),
  remaining: ({ items, day }, item) => (items.length === 1 ? '' : '最早的') + inWords(remaining(item, day)),
  'number-masked': (_, item) => maskNumber(item.number),
  holder: ({ items }, item) => (items.length === 1 ? item.holderName : `${item.holderName}等`),
  department: (_, item) => item.departmentNames.join('、'),
  count: ({ items }) => String(items.length),
}

/** A day is valid to its end, and a `time` field wants a time. */
const typed = (type: FieldType, fact: FieldFact, text: string): string =>
  fact === 'expires-on' && type === 'time' ? `${text} 23:59` : text

/** 微信通知: each key of the template filled within its type, so that WeChat has nothing to refuse (47003). */
export function renderWechat(occasion: Occasion, layout: Layout): Record<string, string> {
  const item = soonest(occasion)
  const fields: Record<string, string> = {}
  if (!item) return fields
  for (const { key, fact } of layout) {
    const type = fieldTypeOf(key) ?? 'thing'
    fields[key] = fitField(type, typed(type, fact, SAYINGS[fact](occasion, item)))
  }
  return fields
}

/** The two texts to be approved at the SMS provider; `{1}` … are the variables. */
export const SMS_TEMPLATES = {
  one: '{1}{2}的操作证{3}年{4}到期，剩{5}天，请及时处理。详见微信小程序操作证管家。',
  many: '您有{1}张操作证快到期，最早的{2}年{3}到期，剩{4}天，请及时处理。详见微信小程序操作证管家。',
} as const
export type SmsTemplate = keyof typeof SMS_TEMPLATES

export interface SmsMessage {
  template: SmsTemplate
  params: string[]
  /** As the phone will show it, without the signature. */
  text: string
}

/** 短信通知: short variables in an approved text; several certificates are one message (B6, B29). */
export function renderSms(occasion: Occasion, variableLength: number = SMS_VARIABLE_LENGTH): SmsMessage {
  const item = soonest(occasion)
  const template: SmsTemplate = occasion.items.length === 1 ? 'one' : 'many'
  const params = item ? smsFacts(occasion, item).map((text) => fitSmsVariable(text, variableLength)) : []
  const text = SMS_TEMPLATES[template].replace(/\{(\d)\}/g, (typedSign, n: string) => params[Number(n) - 1] ?? typedSign)
  return { template, params, text }
}

function numberOf({ deviceless, deviceNames: { length } }: MessageItem): string {
  if (deviceless) return '1张'
  return length > 1 ? `等${length}台` : '1台'
}

function smsFacts({ items, day }: Occasion, item: MessageItem): string[] {
  const [year = '', rest = ''] = chineseDay(item.expiresOn).split('年')
  const when = [year, rest, String(Math.max(0, remaining(item, day)))]
  if (items.length > 1) return [String(items.length), ...when]
  return [item.deviceNames[0] ?? '设备', numberOf(item), ...when]
}
