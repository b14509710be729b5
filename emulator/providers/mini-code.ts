import { refusal, type Picture, type WechatAnswer } from './answer'
import { argumentOf, type Arguments, type Desk } from './desk'
import { qrPicture } from './qr-picture'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const DEFAULT_WIDTH = 430
const WIDTHS = { least: 280, most: 1280 }

/** A page of the mini-program without a leading slash and without parameters; where the emulator was told the pages, one of them. */
const refusePage = ({ settings }: Desk, args: Arguments): WechatAnswer | undefined => {
  const page = argumentOf(args, 'page')
  if (page.startsWith('/') || /[?#]/.test(page)) return refusal(41030)
  const isUnknown = page !== '' && settings.pages !== undefined && !settings.pages.includes(page)
  return isUnknown && args.check_path !== false ? refusal(41030) : undefined
}

/** What the picture says to whoever reads it: `weixin://wxacode?appid=…&page=…&scene=…`. */
const textOf = ({ settings }: Desk, args: Arguments): string =>
  `weixin://wxacode?${new URLSearchParams({ appid: settings.miniAppId, page: argumentOf(args, 'page'), scene: argumentOf(args, 'scene') }).toString()}`

/** `POST /wxa/getwxacodeunlimit` and `openapi.wxacode.getUnlimited`: a picture, or JSON when refused. The picture is a QR code, not WeChat's round one. */
export const miniCode = (desk: Desk, args: Arguments): WechatAnswer | Picture => {
  const width = args.width === undefined ? DEFAULT_WIDTH : Number(args.width)
  if (!SCENE.test(argumentOf(args, 'scene'))) return refusal(40169)
  const refused = refusePage(desk, args)
  if (refused) return refused
  if (!Number.isInteger(width) || width < WIDTHS.least || width > WIDTHS.most) return refusal(40097)
  return { picture: qrPicture(textOf(desk, args), width), contentType: 'image/png' }
}
