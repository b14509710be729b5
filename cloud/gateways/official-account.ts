import type { FollowerDirectory, OfficialAccountGateway } from '../ports'
import type { WechatApi } from './wechat-api'

export interface OfficialAccountSettings {
  appId: string
  templateId: string
  /** Opened by a tap on the message. */
  miniProgram: { appId: string; page: string } | null
  /** Opened where the client cannot open a mini-program; '' for nothing. */
  url: string
}

const filled = (fields: Readonly<Record<string, string>>): Record<string, { value: string }> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]))

/** Template messages of the official account (platform facts §2.1). */
export const officialAccount = (call: WechatApi, settings: OfficialAccountSettings): OfficialAccountGateway => ({
  appId: settings.appId,
  async send({ openid, fields, messageId }) {
    const { miniProgram, url } = settings
    const jump = miniProgram ? { miniprogram: { appid: miniProgram.appId, pagepath: miniProgram.page } } : {}
    const body = { touser: openid, template_id: settings.templateId, ...(url && { url }), ...jump, client_msg_id: messageId, data: filled(fields) }
    const reply = await call({ method: 'POST', path: '/cgi-bin/message/template/send', body })
    return reply.kind === 'answered' ? { kind: 'accepted', providerId: reply.answer.messageId } : reply
  },
})

/** Who follows, asked one by one (platform facts §2.4). `null`: does not follow (any more). */
export const followerDirectory = (call: WechatApi): FollowerDirectory => ({
  async find(openid) {
    const reply = await call({ method: 'GET', path: '/cgi-bin/user/info', query: { openid, lang: 'zh_CN' } })
    if (reply.kind !== 'answered') throw new Error(`user/info: ${reply.code}`)
    const { subscribe, unionid } = reply.answer.data
    return Number(subscribe) === 1 ? { unionid: typeof unionid === 'string' ? unionid : '' } : null
  },
})
