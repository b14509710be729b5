import { wasPushed } from '../../cloud/repositories/wechat-followers'
import type { EventPorts } from './events/event'
import { handlerFor, keyOf } from './events/events'
import { plainText, readHttpCall, type HttpAnswer, type HttpCall } from './http-event'
import type { PushFields } from './push-body'
import { isUrlCheck, verifyPush, type PushSettings } from './verify'

export type WechatPorts = EventPorts & { push: PushSettings }

/** What WeChat takes for «arrived»; anything else it repeats. */
const SUCCESS = plainText(200, 'success')
const REFUSED = plainText(403, '')

/** The door for WeChat's servers: the check of this address, and pushes. Nothing is asked of the database before the signature is known to be WeChat's. */
export async function answerWechat(event: unknown, ports: WechatPorts): Promise<HttpAnswer> {
  const call = readHttpCall(event)
  if (call?.method === 'GET') return checkUrl(call, ports)
  return call?.method === 'POST' ? takePush(call, ports) : plainText(405, '')
}

function checkUrl(call: HttpCall, { push, clock }: WechatPorts): HttpAnswer {
  return isUrlCheck(call, push, clock.now()) ? plainText(200, call.query.get('echostr') ?? '') : REFUSED
}

async function takePush(call: HttpCall, ports: WechatPorts): Promise<HttpAnswer> {
  const verified = verifyPush(call, ports.push, ports.clock.now())
  if (!verified.ok) {
    ports.log.info('wechat.refused', { reason: verified.reason })
    return REFUSED
  }
  return verified.fields ? handle(verified.fields, verified.list, ports) : SUCCESS
}

/** Has its effect once, however often it is pushed. What fails is answered as a failure, so that WeChat pushes it again. */
async function handle(fields: PushFields, list: readonly PushFields[], ports: WechatPorts): Promise<HttpAnswer> {
  const handler = handlerFor(fields)
  const openid = fields.get('FromUserName') ?? ''
  if (!handler || openid === '') return SUCCESS
  const key = ports.secrets.sha256(keyOf(fields, list))
  try {
    if (!(await wasPushed(ports.store, key))) await handler({ key, openid, fields, list }, ports)
    return SUCCESS
  } catch (thrown) {
    ports.log.error('wechat.failed', { event: fields.get('Event'), error: thrown instanceof Error ? thrown.message : 'unknown' })
    return plainText(500, '')
  }
}
