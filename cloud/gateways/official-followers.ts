import type { OfficialFollowers } from '../ports'
import { followerDirectory } from './official-account'
import type { WechatApi } from './wechat-api'

const MINUTES = 10

/** Who follows the official account, and codes by which a person who scans them is known (platform facts §2.4). */
export const officialFollowers = (call: WechatApi, appId: string): OfficialFollowers => ({
  appId,
  ...followerDirectory(call),
  async sceneCode(scene) {
    const body = { expire_seconds: MINUTES * 60, action_name: 'QR_STR_SCENE', action_info: { scene: { scene_str: scene } } }
    const reply = await call({ method: 'POST', path: '/cgi-bin/qrcode/create', body })
    if (reply.kind !== 'answered') return { url: null, code: reply.code }
    const { url } = reply.answer.data
    return typeof url === 'string' ? { url } : { url: null, code: 'wechat.unreadable' }
  },
})
