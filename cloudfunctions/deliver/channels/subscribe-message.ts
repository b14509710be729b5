import type { SubscribeMessageGateway } from '../../../cloud/ports'
import { providerClass } from '../../../domain/reminder/provider-codes'
import { renderWechat } from '../../../domain/reminder/render'
import { SUBSCRIBE_MESSAGE_LAYOUT } from '../../../domain/reminder/wechat-layout'
import { failed, outcomeOf, type Channel } from './channel'

/** The page is not in the released version yet: the message counts more than its link. */
const PAGE_UNKNOWN = '41030'

/** 微信通知 by a one-time subscription message of the mini-program, for which a credit was taken (B2, B3). */
export const subscribeMessageChannel = (gateway: SubscribeMessageGateway): Channel => ({
  async send({ openid, occasion }) {
    if (openid === '') return failed('recipient', 'wechat.not-bound')
    const message = { openid, fields: renderWechat(occasion, gateway.layout ?? SUBSCRIBE_MESSAGE_LAYOUT) }
    const reply = await gateway.send({ ...message, withPage: true })
    const pageless = reply.kind === 'refused' && reply.code === PAGE_UNKNOWN
    return outcomeOf(pageless ? await gateway.send({ ...message, withPage: false }) : reply, (code) => providerClass('subscribe-message', code))
  },
})
