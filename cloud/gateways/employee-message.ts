import type { EmployeeMessageGateway, EmployeeRelations, ProviderReply } from '../ports'
import type { WechatApi, WechatReply } from './wechat-api'

export interface EmployeeMessageSettings { appId: string; templateId: string; page: string }

const replied = (reply: WechatReply): ProviderReply => (reply.kind === 'answered' ? { kind: 'accepted', providerId: reply.answer.messageId } : reply)

/**
 * 用工消息 of the mini-program (platform facts §1.6). `data` is JSON in a text, with the fields under another `data`.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/laboruse/api_sendemployeerelationmsg
 */
export const employeeMessage = (call: WechatApi, { appId, templateId, page }: EmployeeMessageSettings): EmployeeMessageGateway => ({
  appId, templateId,
  async send({ openid, fields }) {
    const data = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]))
    const body = { touser: openid, template_id: templateId, page, data: JSON.stringify({ data }) }
    return replied(await call({ method: 'POST', path: '/cgi-bin/message/wxopen/employeerelationmsg/send', body }))
  },
})

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/laboruse/api_unbinduserb2cauthinfo */
export const employeeRelations = (call: WechatApi, appId: string): EmployeeRelations => ({
  appId,
  unbind: async (openids) => replied(await call({ method: 'POST', path: '/wxa/business/unbinduserb2cauthinfo', body: { openid_list: openids } })),
})
