import * as v from 'valibot'
import { EMPLOYMENT_OFFERS } from '../domain/account/employment-offer'
import { layoutSchema } from '../domain/reminder/wechat-layout'
import { CODES } from './hourly'
import { command, query } from './operation'
import { count, done, instant, nothing, text } from './shapes'

export const channelUse = v.picklist(['default', 'own', 'off'])
const cap = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)))
const token = text(100)

export const wechatChannel = v.strictObject({ use: channelUse, appId: token, templateId: token, layout: layoutSchema })
export const smsChannelSettings = v.strictObject({
  use: channelUse, appId: token, sign: text(20), templateId: token, digestTemplateId: token, secretId: token, dailyCap: cap, personCap: cap,
})
export const CHANNEL_SECRETS = ['officialSecret', 'pushToken', 'pushAesKey', 'miniSecret', 'smsSecretKey'] as const
const secretName = v.picklist(CHANNEL_SECRETS)

/** 用工消息 goes by the mini-program of the subscription messages; off unless a hospital switches it on. */
export const employeeChannel = v.strictObject({ on: v.boolean(), templateId: token, layout: layoutSchema })

/** Uploaded pictures are shown to WeChat's content check by the mini-program of the subscription messages; off unless a hospital switches it on. */
export const mediaCheckSettings = v.strictObject({ on: v.boolean() })

const channels = { officialAccount: wechatChannel, subscribeMessage: wechatChannel, employeeMessage: employeeChannel, mediaCheck: mediaCheckSettings, sms: smsChannelSettings }
export const channelsSchema = v.strictObject(channels)
export type ChannelsForm = v.InferOutput<typeof channelsSchema>

const settingsView = v.strictObject({
  ...channels,
  version: count,
  /** Of each secret that is set, its last four signs at most; never the secret. */
  secrets: v.array(v.strictObject({ name: secretName, tail: text(4) })),
  /** What the environment sets up for whoever leaves a channel at 系统默认. */
  defaults: v.strictObject({ officialAccount: v.boolean(), subscribeMessage: v.boolean(), sms: v.boolean() }),
  /** Paths under the functions' HTTP address, for the consoles of WeChat and Tencent. */
  pushPath: v.string(),
  receiptPath: v.string(),
})
export type ChannelSettingsView = v.InferOutput<typeof settingsView>

/** 通道设置 of the institution. */
export const channelSettings = query('channel.settings', { input: nothing, output: settingsView, may: 'settings.write' })

/**
 * Saves after trying: the token of each WeChat account that changed is fetched, and changed SMS settings send the administrator himself a message.
 * `secrets` holds only those that are typed anew. Failures: channel.incomplete {channel}, channel.refused {channel, code}, channel.no-phone,
 * channel.changed-meanwhile, channel.aes-key, channel.needs-mini-program.
 */
export const saveChannelSettings = command('channel.save-settings', {
  input: v.strictObject({ version: count, ...channels, secrets: v.array(v.strictObject({ name: secretName, value: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) })) }),
  output: settingsView,
  may: 'settings.write',
})

export const TESTED_CHANNELS = ['home', 'official-account', 'subscribe-message', 'employee-message', 'sms'] as const
export const testedChannel = v.picklist(TESTED_CHANNELS)
export type TestedChannel = v.InferOutput<typeof testedChannel>

/**
 * 给我发一条测试: one message to the caller himself, three an hour for each channel. Failures: channel.too-often {until}, channel.not-set-up,
 * channel.not-reachable, channel.refused {channel, code}.
 */
export const testChannel = command('channel.test', { input: v.strictObject({ channel: testedChannel }), output: done, may: 'channel.self' })

/** A QR code of the official account by which its scan tells whose account follows; `url` is what the code says. Failures: channel.not-set-up, channel.refused. */
export const followCode = query('channel.follow-code', { input: nothing, output: v.strictObject({ url: text(500), expiresAt: instant }), may: 'channel.self', hourly: CODES })

const employment = v.strictObject({ offer: v.picklist(EMPLOYMENT_OFFERS), /** What the question is asked for; '' when there is nothing to ask. */ templateId: v.string() })
export type EmploymentView = v.InferOutput<typeof employment>

/** What 用工消息 is to the caller (B3). */
export const myEmployment = query('channel.employment', { input: nothing, output: employment, may: 'channel.self' })

const answer = v.picklist(['accept', 'reject'])

/** What he answered WeChat's question, which is put once: `binding` as staff, `message` for the template. Failures: channel.not-offered. */
export const answerEmployment = command('channel.answer-employment', {
  input: v.strictObject({ templateId: token, binding: answer, message: answer }),
  output: employment,
  may: 'channel.self',
})
