import type { OfficialAccountGateway, Secrets } from '../../../cloud/ports'
import type { FailureClass } from '../../../domain/reminder/outcome'
import { renderWechat } from '../../../domain/reminder/render'
import { OFFICIAL_ACCOUNT_LAYOUT } from '../../../domain/reminder/wechat-layout'
import { failed, outcomeOf, type Channel } from './channel'

/** WeChat's codes for template messages and for the token they need (platform facts §2.1). */
const CLASSES: Readonly<Record<string, FailureClass>> = {
  '-1': 'transient', 40001: 'transient', 40014: 'transient', 42001: 'transient', 45011: 'transient',
  40003: 'recipient', 43004: 'recipient', 43019: 'recipient',
  40013: 'config', 40036: 'config', 40037: 'config', 40125: 'config', 40164: 'config', 40165: 'config', 40243: 'config', 43116: 'config', 48001: 'config',
  43117: 'rate', 45009: 'rate',
  47001: 'permanent', 47003: 'permanent',
}

export const officialAccountClass = (code: string): FailureClass => CLASSES[code] ?? 'permanent'

/** WeChat drops a repeated one for ten minutes; 32 signs are safe. */
const MESSAGE_ID_LENGTH = 32

/** 微信通知 by the official account, to those who follow it (S38, S42). */
export const officialAccountChannel = (gateway: OfficialAccountGateway, { sha256 }: Pick<Secrets, 'sha256'>): Channel => ({
  async send({ officialOpenid, occasion, deliveryId }) {
    if (officialOpenid === '') return failed('recipient', 'wechat.not-following')
    const fields = renderWechat(occasion, gateway.layout ?? OFFICIAL_ACCOUNT_LAYOUT)
    const messageId = sha256(deliveryId).slice(0, MESSAGE_ID_LENGTH)
    return outcomeOf(await gateway.send({ openid: officialOpenid, fields, messageId }), officialAccountClass)
  },
})
