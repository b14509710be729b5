import type { SubscribeMessageGateway } from '../../../cloud/ports'
import type { FailureClass } from '../../../domain/reminder/outcome'
import { renderWechat } from '../../../domain/reminder/render'
import { SUBSCRIBE_MESSAGE_LAYOUT } from '../../../domain/reminder/wechat-layout'
import { failed, outcomeOf, type Channel } from './channel'

/** WeChat's codes for subscription messages and for the token they need (platform facts §1.3). */
const CLASSES: Readonly<Record<string, FailureClass>> = {
  '-1': 'transient', 40001: 'transient', 40014: 'transient', 42001: 'transient', 43108: 'transient', 45011: 'transient',
  40003: 'recipient', 43101: 'recipient',
  40013: 'config', 40037: 'config', 40125: 'config', 40164: 'config', 40243: 'config', 41030: 'config', 43104: 'config', 43107: 'config', 48001: 'config',
  40038: 'rate', 45009: 'rate',
  45168: 'permanent', 47001: 'permanent', 47003: 'permanent',
}

export const subscribeMessageClass = (code: string): FailureClass => CLASSES[code] ?? 'permanent'

/** The page is not in the released version yet: the message counts more than its link. */
const PAGE_UNKNOWN = '41030'

/** 微信通知 by a one-time subscription message of the mini-program, for which a credit was taken (B2, B3). */
export const subscribeMessageChannel = (gateway: SubscribeMessageGateway): Channel => ({
  async send({ openid, occasion }) {
    if (openid === '') return failed('recipient', 'wechat.not-bound')
    const message = { openid, fields: renderWechat(occasion, gateway.layout ?? SUBSCRIBE_MESSAGE_LAYOUT) }
    const reply = await gateway.send({ ...message, withPage: true })
    const pageless = reply.kind === 'refused' && reply.code === PAGE_UNKNOWN
    return outcomeOf(pageless ? await gateway.send({ ...message, withPage: false }) : reply, subscribeMessageClass)
  },
})
