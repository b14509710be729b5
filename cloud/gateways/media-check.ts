import type { MediaChecks } from '../ports'
import type { WechatApi } from './wechat-api'

/** Profiles, as against comments, forums and public posts: nobody but the hospital sees these pictures. */
const PROFILE = 1
const PICTURE = 2
const LONGEST = 128

/**
 * WeChat's look at a picture (platform facts §5): the answer only says that it will look, the verdict comes as the event `wxa_media_check`.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_mediacheckasync.html
 */
export const mediaCheck = (call: WechatApi, appId: string): MediaChecks => ({
  appId,
  async ask({ url, openid }) {
    const reply = await call({ method: 'POST', path: '/wxa/media_check_async', body: { media_url: url, media_type: PICTURE, version: 2, scene: PROFILE, openid } })
    if (reply.kind !== 'answered') return { traceId: null, code: reply.code }
    const { trace_id: traceId } = reply.answer.data
    return typeof traceId === 'string' && traceId !== '' && traceId.length <= LONGEST ? { traceId } : { traceId: null, code: 'wechat.unreadable' }
  },
})
