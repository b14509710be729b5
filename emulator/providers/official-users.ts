import { createHash } from 'node:crypto'
import { fine, refusal, type WechatAnswer } from './answer'
import { argumentOf, type Arguments, type Desk } from './desk'

/** `GET /cgi-bin/user/info`: who does not follow is only `subscribe: 0`. */
export const userInfo = (desk: Desk, args: Arguments): WechatAnswer => {
  const openid = argumentOf(args, 'openid')
  const user = desk.world.byOfficialOpenid(openid)
  if (!user) return refusal(40003)
  if (!user.follows) return { subscribe: 0, openid }
  return {
    subscribe: 1, openid, language: 'zh_CN', subscribe_time: Math.floor(desk.clock.now().getTime() / 1000), ...(user.unionid && { unionid: user.unionid }),
    remark: '', groupid: 0, tagid_list: [], subscribe_scene: 'ADD_SCENE_QR_CODE', qr_scene: 0, qr_scene_str: '',
  }
}

interface Scene { scene_str?: unknown; scene_id?: unknown }

const sceneOf = ({ action_info: info }: Arguments): string => {
  const scene = (info as { scene?: Scene } | undefined)?.scene
  return String(scene?.scene_str ?? scene?.scene_id ?? '')
}

/** The ticket of a scene, which a scan's event repeats. */
export const ticketOf = (scene: string): string => createHash('sha256').update(scene).digest('base64url')

/** Whether this could be a ticket of `ticketOf`. */
export const isTicket = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** What the code of a ticket says to whoever scans it. */
export const urlOf = (ticket: string): string => `http://weixin.qq.com/q/${ticket}`

const SCENE_LENGTH = 64
const LONGEST_SECONDS = 2_592_000

/** `POST /cgi-bin/qrcode/create`: the ticket is made from the scene, so that a scan can be played with the scene alone. */
export const createQrCode = (_desk: Desk, args: Arguments): WechatAnswer => {
  const text = sceneOf(args)
  if (text === '' || text.length > SCENE_LENGTH || !/^QR_(LIMIT_)?(STR_)?SCENE$/.test(argumentOf(args, 'action_name'))) return refusal(47001)
  const ticket = ticketOf(text)
  if (argumentOf(args, 'action_name').startsWith('QR_LIMIT')) return { ticket, url: urlOf(ticket) }
  const seconds = typeof args.expire_seconds === 'number' ? Math.min(args.expire_seconds, LONGEST_SECONDS) : 60
  return { ticket, expire_seconds: seconds, url: urlOf(ticket) }
}

/** `POST /wxa/business/getuserphonenumber` and `openapi.phonenumber.getPhoneNumber`: a code works once. */
export const phoneNumber = (desk: Desk, args: Arguments): WechatAnswer => {
  const phone = desk.world.phoneOf(argumentOf(args, 'code'))
  if (!phone) return refusal(40029)
  const watermark = { timestamp: Math.floor(desk.clock.now().getTime() / 1000), appid: desk.settings.miniAppId }
  return fine({ phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark } })
}
