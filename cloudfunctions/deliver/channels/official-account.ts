import type { OfficialAccountGateway, Secrets } from '../../../cloud/ports'
import { providerClass } from '../../../domain/reminder/provider-codes'
import { renderWechat } from '../../../domain/reminder/render'
import { OFFICIAL_ACCOUNT_LAYOUT } from '../../../domain/reminder/wechat-layout'
import { failed, outcomeOf, type Channel } from './channel'

/** WeChat drops a repeated one for ten minutes; 32 signs are safe. */
const MESSAGE_ID_LENGTH = 32

/** 微信通知 by the official account, to those who follow it (S38, S42). */
export const officialAccountChannel = (gateway: OfficialAccountGateway, { sha256 }: Pick<Secrets, 'sha256'>): Channel => ({
  async send({ officialOpenid, occasion, deliveryId }) {
    if (officialOpenid === '') return failed('recipient', 'wechat.not-following')
    const fields = renderWechat(occasion, gateway.layout ?? OFFICIAL_ACCOUNT_LAYOUT)
    const messageId = sha256(deliveryId).slice(0, MESSAGE_ID_LENGTH)
    return outcomeOf(await gateway.send({ openid: officialOpenid, fields, messageId }), (code) => providerClass('official-account', code))
  },
})
