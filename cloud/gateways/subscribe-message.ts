import type { SubscribeMessageGateway } from '../ports'
import type { WechatApi } from './wechat-api'

export interface SubscribeMessageSettings { appId: string; templateId: string; page: string }

/** One-time subscription messages of the mini-program (platform facts §1.3). */
export const subscribeMessage = (call: WechatApi, settings: SubscribeMessageSettings): SubscribeMessageGateway => ({
  appId: settings.appId,
  templateId: settings.templateId,
  async send({ openid, fields, withPage }) {
    const data = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]))
    const body = { touser: openid, template_id: settings.templateId, ...(withPage && { page: settings.page }), lang: 'zh_CN', data }
    const reply = await call({ method: 'POST', path: '/cgi-bin/message/subscribe/send', body })
    return reply.kind === 'answered' ? { kind: 'accepted', providerId: reply.answer.messageId } : reply
  },
})
