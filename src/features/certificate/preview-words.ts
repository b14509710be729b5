import type { CertificateForm } from '../../../domain/certificate/certificate'
import { unknownVariables } from '../../../domain/certificate/template'
import { dayOf, type CivilDay } from '../../../domain/kernel/civil-day'
import { ticked, type Channel } from '../../../domain/reminder/channel'
import { sendPlan } from '../../../domain/reminder/plan'
import type { ReminderRules } from '../../../domain/reminder/rules'
import { renderHome, renderSms, renderWechat, type Occasion } from '../../../domain/reminder/render'
import { OFFICIAL_ACCOUNT_LAYOUT } from '../../../domain/reminder/wechat-layout'
import { EM } from './day-words'
import { isReckonable } from './plan-words'
import { CHANNEL_WORDS } from './wording'

export interface PreviewFacts {
  form: CertificateForm
  devices: ReadonlyArray<{ name: string; department: { name: string } }>
  now: Date
  /** Stands for the device where the type needs none. */
  type?: { name: string; needsDevice: boolean }
  rules?: ReminderRules
}

export interface PreviewText {
  channel: Channel
  /** 首页, 短信, 微信 */
  label: string
  text: string
}

/** The first message as it will stand there: on its own day, with today's facts. `null`: too little is filled in. */
function occasion({ form, devices, now, type, rules }: PreviewFacts): Occasion | null {
  const subject = subjectOf(devices, type)
  if (form.expiresOn === null || subject.deviceNames.length === 0 || !isReckonable(form)) return null
  const item = {
    certificateId: '', cycle: 1, expiresOn: form.expiresOn, template: form.template, number: form.number, holderName: form.holderName,
    ...subject, departmentNames: [...new Set(devices.map(({ department }) => department.name))],
  }
  return { items: [item], day: firstDay(form, { now, rules }) }
}

/** A certificate without a device is called by its type. */
const subjectOf = (devices: PreviewFacts['devices'], type: PreviewFacts['type']) => {
  const deviceless = devices.length === 0 && type?.needsDevice === false
  return { deviceNames: deviceless ? [type.name] : devices.map(({ name }) => name), deviceless }
}

function firstDay(form: CertificateForm, { now, rules }: Pick<PreviewFacts, 'now' | 'rules'>): CivilDay {
  const { next } = sendPlan({ ...form, handling: null, toldOn: null, rules }, now)
  return dayOf(next ?? now)
}

const TEXTS: Readonly<Record<Channel, (occasion: Occasion) => string>> = {
  home: (facts) => renderHome(facts).text,
  sms: (facts) => renderSms(facts).text,
  wechat: (facts) => Object.values(renderWechat(facts, OFFICIAL_ACCOUNT_LAYOUT)).join(EM),
}

/** What each ticked channel really says (B29, S41); 首页 is shown even when it is not ticked and nothing else is. */
export function previewTexts(facts: PreviewFacts): PreviewText[] {
  const facing = occasion(facts)
  if (facing === null) return []
  const channels = ticked(facts.form.channels)
  return (channels.length === 0 ? (['home'] as const) : channels).map((channel) => ({ channel, label: CHANNEL_WORDS[channel], text: TEXTS[channel](facing) }))
}

/** 「[到期曰] 不是可用的变量，会原样发出」; '' when every bracket is known. */
export function unknownWords(template: string): string {
  const names = unknownVariables(template).map((name) => `[${name}]`)
  return names.length === 0 ? '' : `${names.join('、')} 不是可用的变量，会原样发出`
}
