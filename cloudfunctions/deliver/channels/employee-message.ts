import type { EmployeeMessageGateway } from '../../../cloud/ports'
import { providerClass } from '../../../domain/reminder/provider-codes'
import { renderWechat } from '../../../domain/reminder/render'
import { SUBSCRIBE_MESSAGE_LAYOUT } from '../../../domain/reminder/wechat-layout'
import { failed, outcomeOf, type Channel } from './channel'

/** 微信通知 by 用工消息, to staff who took it, in WeChat's 小程序助手 (B3). */
export const employeeMessageChannel = (gateway: EmployeeMessageGateway): Channel => ({
  async send({ openid, occasion }) {
    if (openid === '') return failed('recipient', 'wechat.not-employed')
    const fields = renderWechat(occasion, gateway.layout ?? SUBSCRIBE_MESSAGE_LAYOUT)
    return outcomeOf(await gateway.send({ openid, fields }), (code) => providerClass('employee-message', code))
  },
})
