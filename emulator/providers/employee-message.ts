import { fine, refusal, type WechatAnswer } from './answer'
import { argumentOf, type Arguments, type Desk } from './desk'
import { readFields } from './message-fields'

/** `data` is JSON in a text, with the fields under another `data`. */
const wrapped = (text: string): unknown => {
  try {
    return (JSON.parse(text) as { data?: unknown } | null)?.data
  } catch {
    return undefined
  }
}

const refuseRecipient = ({ world }: Desk, openid: string, templateId: string): WechatAnswer | undefined => {
  if (!world.byOpenid(openid)) return refusal(40257)
  const templates = world.employment(openid)
  if (!templates) return refusal(40256)
  return templates.includes(templateId) ? undefined : refusal(43104)
}

/** `POST /cgi-bin/message/wxopen/employeerelationmsg/send`: to staff who bound themselves and subscribed to the template. Not a cloud call. */
export const employeeMessage = (desk: Desk, args: Arguments): WechatAnswer => {
  const [openid, templateId] = [argumentOf(args, 'touser'), argumentOf(args, 'template_id')]
  const data = wrapped(argumentOf(args, 'data'))
  if (templateId === '' || data === undefined) return refusal(40097)
  const refused = refuseRecipient(desk, openid, templateId)
  if (refused) return refused
  const read = readFields(data, true)
  if ('refused' in read) return read.refused
  const id = desk.nextMessageId()
  desk.outbox.add({
    channel: 'employee-message', to: openid, at: desk.clock.now().toISOString(), fields: read.fields, providerId: String(id), templateId,
    page: argumentOf(args, 'page') || undefined,
  })
  return fine({ msgid: id })
}

/** `POST /wxa/business/unbinduserb2cauthinfo`: those named are staff no more; who was none stays none. Not a cloud call. */
export const employeeUnbind = ({ world }: Desk, { openid_list: openids }: Arguments): WechatAnswer => {
  if (!Array.isArray(openids) || openids.length === 0 || !openids.every((openid) => typeof openid === 'string')) return refusal(40097)
  if (!openids.every((openid) => world.byOpenid(openid))) return refusal(40003)
  for (const openid of openids) world.employ(openid, undefined)
  return fine()
}
