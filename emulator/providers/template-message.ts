import { fine, refusal, type WechatAnswer } from './answer'
import { argumentOf, type Arguments, type Desk } from './desk'
import { readFields, type Fields } from './message-fields'

/** WeChat sends one message per openid and `client_msg_id` within ten minutes. */
const GUARD_MS = 600_000

interface Sent { at: number; id: bigint }

const post = (desk: Desk, args: Arguments, fields: Fields): bigint => {
  const id = desk.nextMessageId()
  const mini = args.miniprogram as { pagepath?: string } | undefined
  desk.outbox.add({
    channel: 'official-account', to: argumentOf(args, 'touser'), at: desk.clock.now().toISOString(), fields, providerId: String(id),
    templateId: argumentOf(args, 'template_id'), context: argumentOf(args, 'client_msg_id') || undefined, url: argumentOf(args, 'url') || undefined, page: mini?.pagepath,
  })
  return id
}

const refuseRecipient = (desk: Desk, openid: string): WechatAnswer | undefined => {
  const user = desk.world.byOfficialOpenid(openid)
  if (!user) return refusal(40003)
  return user.follows ? undefined : refusal(43004)
}

/** `POST /cgi-bin/message/template/send`, platform page api_sendtemplatemessage. */
export const templateMessage = (): ((desk: Desk, args: Arguments) => WechatAnswer) => {
  const sent = new Map<string, Sent>()
  const earlier = (key: string, now: number): Sent | undefined => {
    const found = sent.get(key)
    return found && Math.abs(now - found.at) < GUARD_MS ? found : undefined
  }
  return (desk, args) => {
    const refused = refuseRecipient(desk, argumentOf(args, 'touser'))
    if (refused) return refused
    if (argumentOf(args, 'template_id') === '') return refusal(40037)
    const read = readFields(args.data, false)
    if ('refused' in read) return read.refused
    const key = `${argumentOf(args, 'touser')} ${argumentOf(args, 'client_msg_id')}`
    const now = desk.clock.now().getTime()
    const before = argumentOf(args, 'client_msg_id') === '' ? undefined : earlier(key, now)
    if (before) return fine({ msgid: before.id })
    const id = post(desk, args, read.fields)
    sent.set(key, { at: now, id })
    return fine({ msgid: id })
  }
}
