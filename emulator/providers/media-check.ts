import { mediaCheckEvent } from '../wechat-world/media-checks'
import { fine, refusal, type WechatAnswer } from './answer'
import { argumentOf, type Arguments, type Desk } from './desk'

const isOneOf = (value: unknown, most: number): boolean => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most

/** `POST /wxa/media_check_async` and `openapi.security.mediaCheckAsync`, version 2: the result comes later as the event `wxa_media_check`. */
export const mediaCheck = (desk: Desk, args: Arguments): WechatAnswer => {
  const [url, openid] = [argumentOf(args, 'media_url'), argumentOf(args, 'openid')]
  if (url === '' || !isOneOf(args.media_type, 2) || !isOneOf(args.scene, 4) || args.version !== 2) return refusal(47001)
  if (!desk.world.byOpenid(openid)) return refusal(40003)
  const check = desk.mediaChecks.ask({ openid, url, mediaType: Number(args.media_type), scene: Number(args.scene), at: desk.clock.now().toISOString() })
  if (desk.later && desk.mediaChecks.take(check.traceId)) desk.later(mediaCheckEvent(check, { suggest: 'pass', label: 100 }, desk.settings.miniAppId))
  return fine({ trace_id: check.traceId })
}
