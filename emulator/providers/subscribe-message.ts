import { subscribeEvent } from '../wechat-world/subscribe-events'
import { fine, refusal, type WechatAnswer } from './answer'
import { argumentOf, type Arguments, type Desk } from './desk'
import { readFields } from './message-fields'

/** `POST /cgi-bin/message/subscribe/send` and `openapi.subscribeMessage.send`: one message per accept; a refused one costs none. */
export const subscribeMessage = (desk: Desk, args: Arguments): WechatAnswer => {
  const [openid, templateId] = [argumentOf(args, 'touser'), argumentOf(args, 'template_id')]
  if (!desk.world.byOpenid(openid)) return refusal(40003)
  if (templateId === '') return refusal(40037)
  const read = readFields(args.data, true)
  if ('refused' in read) return read.refused
  if (!desk.world.spend(openid, templateId)) return refusal(43101)
  const id = desk.nextMessageId()
  desk.outbox.add({
    channel: 'subscribe-message', to: openid, at: desk.clock.now().toISOString(), fields: read.fields, providerId: String(id),
    templateId, page: argumentOf(args, 'page') || undefined,
  })
  desk.later?.(subscribeEvent('sent', openid, { notes: [{ templateId, messageId: String(id) }] }))
  return fine({ msgid: id })
}
