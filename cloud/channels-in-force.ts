import { OFFICIAL_ACCOUNT_LAYOUT, SUBSCRIBE_MESSAGE_LAYOUT, type Layout } from '../domain/reminder/wechat-layout'
import type { ChannelSecret, ChannelSettingsDoc } from './documents'
import type { SecretBox } from './ports'
import type { Environment } from './settings'

export interface WechatSender { appId: string; secret: string; templateId: string; layout: Layout }
export interface PushKeys { token: string; encodingKey: string }
export interface SmsSender {
  secretId: string; secretKey: string; appId: string; sign: string; templates: { one: string; many: string }
  dailyCap: number | null; personCap: number | null
}

/** What an institution sends by, its secrets opened. `null`: not set up, or switched off. Never leaves the functions and is never logged. */
export interface ChannelsInForce {
  officialAccount: WechatSender | null
  subscribeMessage: WechatSender | null
  /** By the same mini-program; never of the environment alone, because a hospital must have switched it on. */
  employeeMessage?: { templateId: string; layout: Layout } | null
  /** By the same mini-program, where a hospital has switched it on. */
  mediaCheck?: boolean
  sms: SmsSender | null
  push: PushKeys | null
}

const text = (environment: Environment, name: string): string => (environment[name] ?? '').trim()

const whole = <T extends object>(sender: T, needed: readonly string[]): T | null => (needed.includes('') ? null : sender)

/**
 * What the environment sets up, for a hospital that has a cloud of its own:
 * - official account: `OFFICIAL_APP_ID`, `OFFICIAL_APP_SECRET`, `OFFICIAL_TEMPLATE_ID`
 * - subscription messages: `MINI_APP_ID`, `MINI_APP_SECRET`, `SUBSCRIBE_TEMPLATE_ID`
 * - SMS: `SMS_SECRET_ID`, `SMS_SECRET_KEY`, `SMS_APP_ID`, `SMS_SIGN`, `SMS_TEMPLATE_ID` (one certificate); `SMS_DIGEST_TEMPLATE_ID` for several
 * - pushes: `PUSH_TOKEN`, `PUSH_AES_KEY`
 */
export function channelsOfEnvironment(environment: Environment): ChannelsInForce {
  const of = (name: string): string => text(environment, name)
  const official = { appId: of('OFFICIAL_APP_ID'), secret: of('OFFICIAL_APP_SECRET'), templateId: of('OFFICIAL_TEMPLATE_ID'), layout: OFFICIAL_ACCOUNT_LAYOUT }
  const mini = { appId: of('MINI_APP_ID'), secret: of('MINI_APP_SECRET'), templateId: of('SUBSCRIBE_TEMPLATE_ID'), layout: SUBSCRIBE_MESSAGE_LAYOUT }
  const sms = { secretId: of('SMS_SECRET_ID'), secretKey: of('SMS_SECRET_KEY'), appId: of('SMS_APP_ID'), sign: of('SMS_SIGN') }
  const templates = { one: of('SMS_TEMPLATE_ID'), many: of('SMS_DIGEST_TEMPLATE_ID') }
  return {
    officialAccount: whole(official, [official.appId, official.secret]),
    subscribeMessage: whole(mini, [mini.appId, mini.secret, mini.templateId]),
    sms: whole({ ...sms, templates, dailyCap: null, personCap: null }, [...Object.values(sms), templates.one]),
    push: whole({ token: of('PUSH_TOKEN'), encodingKey: of('PUSH_AES_KEY') }, [of('PUSH_TOKEN')]),
  }
}

/** Associated data of a sealed secret: it opens for this institution and this use only. */
export const secretOwner = (institutionId: string, name: ChannelSecret): string => `${institutionId}:${name}`

type Opener = (name: ChannelSecret) => string

const opener = ({ institutionId, secrets }: ChannelSettingsDoc, box: SecretBox): Opener => (name) => {
  const sealed = secrets[name]
  return sealed ? box.open(sealed, secretOwner(institutionId, name)) : ''
}

function chosen<T>(use: ChannelSettingsDoc['sms']['use'], otherwise: T | null, own: () => T | null): T | null {
  if (use === 'off') return null
  return use === 'own' ? own() : otherwise
}

function smsOf({ sms }: ChannelSettingsDoc, open: Opener, otherwise: SmsSender | null): SmsSender | null {
  const caps = { dailyCap: sms.dailyCap, personCap: sms.personCap }
  const own = (): SmsSender | null => {
    const keys = { secretId: sms.secretId, secretKey: open('smsSecretKey'), appId: sms.appId, sign: sms.sign }
    return whole({ ...keys, templates: { one: sms.templateId, many: sms.digestTemplateId }, ...caps }, [...Object.values(keys), sms.templateId])
  }
  return chosen(sms.use, otherwise && { ...otherwise, ...caps }, own)
}

/** The institution's settings over those of the environment. Throws when a secret does not open. */
export function channelsInForce(doc: ChannelSettingsDoc | null, otherwise: ChannelsInForce, box: SecretBox): ChannelsInForce {
  if (doc === null) return otherwise
  const open = opener(doc, box)
  const { officialAccount, subscribeMessage } = doc
  const wechat = (sender: ChannelSettingsDoc['officialAccount'], name: ChannelSecret) => (): WechatSender | null => {
    const { appId, templateId, layout } = sender
    const secret = open(name)
    return whole({ appId, secret, templateId, layout }, [appId, secret, templateId])
  }
  const push = (): PushKeys | null => whole({ token: open('pushToken'), encodingKey: open('pushAesKey') }, [open('pushToken'), open('pushAesKey')])
  return {
    employeeMessage: doc.employeeMessage?.on ? doc.employeeMessage : null,
    mediaCheck: doc.mediaCheck?.on ?? false,
    officialAccount: chosen(officialAccount.use, otherwise.officialAccount, wechat(officialAccount, 'officialSecret')),
    subscribeMessage: chosen(subscribeMessage.use, otherwise.subscribeMessage, wechat(subscribeMessage, 'miniSecret')),
    sms: smsOf(doc, open, otherwise.sms),
    push: chosen(officialAccount.use, otherwise.push, push),
  }
}
