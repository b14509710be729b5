import type { MiniCodes } from '../ports'
import type { WechatApi } from './wechat-api'

/** Opened by the scan; WeChat knows it once it is released. */
const PAGE = 'pages/me/account/confirm'

/** Codes of the mini-program (`wxacode.getUnlimited`): `scene` has 32 signs at most. https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html */
export const miniCodes = (call: WechatApi): MiniCodes => ({
  async code(scene) {
    const reply = await call({ method: 'POST', path: '/wxa/getwxacodeunlimit', body: { scene, page: PAGE, check_path: false, width: 280 }, picture: true })
    if (reply.kind !== 'answered') return { picture: null, code: reply.code }
    const { picture } = reply.answer.data
    return typeof picture === 'string' ? { picture } : { picture: null, code: 'wechat.unreadable' }
  },
})
