import type { TestedChannel } from '../../../contract/channel'
import { unaskedState } from '../../../domain/attachment/media-check'
import { fail } from '../../../domain/kernel/failure'
import { renderSms, renderWechat } from '../../../domain/reminder/render'
import { SUBSCRIBE_MESSAGE_LAYOUT } from '../../../domain/reminder/wechat-layout'
import type { Scene } from '../../../cloud/gate/verb'
import type { Lines, ProviderReply } from '../../../cloud/ports'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { sampleOccasion } from './sample'

export type Tried = Exclude<TestedChannel, 'home'>

/** Failures: `channel.refused` {channel, code}; the code is the provider's own, never a secret. */
export function mustBeTaken(channel: Tried, reply: ProviderReply): void {
  if (reply.kind !== 'accepted') fail('channel.refused', { channel, code: reply.code })
}

/** WeChat answers nobody without a token, so a question about a user who does not exist tells whether appid and secret are right. */
const KNOWN_ACCOUNT = new Set(['40003', '40029'])

/** Asks WeChat something harmless by this account: who follows under an openid that nobody has, or who has a code that nobody was given. */
async function codeOf({ followers, phones }: Lines, channel: Tried): Promise<string> {
  if (channel === 'subscribe-message') {
    const found = await phones?.behind('channel-settings-test')
    return !found || found.phone !== null ? '' : found.code
  }
  const asked = await followers?.sceneCode('channel-settings-test')
  return !asked || asked.url !== null ? '' : asked.code
}

/** Appid and secret of a WeChat account, as WeChat sees them. */
export async function tryAccount(lines: Lines, channel: 'official-account' | 'subscribe-message'): Promise<void> {
  const code = await codeOf(lines, channel)
  if (code !== '' && !KNOWN_ACCOUNT.has(code)) fail('channel.refused', { channel, code })
}

/** Who is nobody, or not bound: all else was right. */
const NOBODYS = new Set(['40003', '40256', '40257'])

/** 用工消息 to an openid that nobody has: whether the mini-program may send it by this template. Failures: `channel.needs-mini-program`, `channel.refused`. */
export async function tryEmployee({ providers }: Lines, { today }: Scene): Promise<void> {
  const gateway = providers.employeeMessage ?? fail('channel.needs-mini-program')
  const reply = await gateway.send({ openid: 'channel-settings-test', fields: renderWechat(sampleOccasion(today, ''), gateway.layout ?? SUBSCRIBE_MESSAGE_LAYOUT) })
  if (reply.kind !== 'refused' || !NOBODYS.has(reply.code)) mustBeTaken('employee-message', reply)
}

/** The picture of an uploader whom nobody knows: whether the mini-program may ask for the check at all. Failures: `channel.needs-mini-program`, `channel.refused`. */
export async function tryMediaCheck({ mediaChecks }: Lines): Promise<void> {
  const asked = await (mediaChecks ?? fail('channel.needs-mini-program')).ask({ url: 'https://channel-settings-test.invalid/picture.jpg', openid: 'channel-settings-test' })
  if (asked.traceId === null && unaskedState(asked.code) === 'failed') fail('channel.refused', { channel: 'media-check', code: asked.code })
}

/** One SMS to the administrator himself. Failures: `channel.no-phone`, `channel.refused`. */
export async function trySms({ providers }: Lines, account: AccountDoc, { today, chance }: Scene): Promise<void> {
  if (!providers.sms) return
  if (account.phone === '') fail('channel.no-phone')
  const { template, params } = renderSms(sampleOccasion(today, account.name))
  mustBeTaken('sms', await providers.sms.send({ phone: account.phone, template, params, context: `test:${chance.newId()}` }))
}
