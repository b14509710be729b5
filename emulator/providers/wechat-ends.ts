import type { Incoming } from '../http/incoming'
import { refusal, type WechatAnswer } from './answer'
import type { Arguments, Desk, Interface } from './desk'
import type { End } from './faults'
import { createQrCode, phoneNumber, userInfo } from './official-users'
import { subscribeMessage } from './subscribe-message'
import { templateMessage } from './template-message'

interface HttpEnd { end: End; account: 'official' | 'mini'; run: Interface }

export interface WechatEnds {
  /** By `METHOD path`. */
  http: ReadonlyMap<string, HttpEnd>
  /** By the name that `cloud.openapi` calls. */
  openapi: ReadonlyMap<string, { end: End; run: Interface }>
}

/** The interfaces of WeChat that this emulator has, over HTTP and through `cloud.openapi`. */
export const wechatEnds = (): WechatEnds => ({
  http: new Map<string, HttpEnd>([
    ['POST /cgi-bin/message/template/send', { end: 'template-message', account: 'official', run: templateMessage() }],
    ['POST /cgi-bin/message/subscribe/send', { end: 'subscribe-message', account: 'mini', run: subscribeMessage }],
    ['GET /cgi-bin/user/info', { end: 'user-info', account: 'official', run: userInfo }],
    ['POST /cgi-bin/qrcode/create', { end: 'qrcode', account: 'official', run: createQrCode }],
    ['POST /wxa/business/getuserphonenumber', { end: 'phone-number', account: 'mini', run: phoneNumber }],
  ]),
  openapi: new Map([
    ['subscribeMessage.send', { end: 'subscribe-message', run: subscribeMessage }],
    ['phonenumber.getPhoneNumber', { end: 'phone-number', run: phoneNumber }],
  ]),
})

/** Query and, for a POST, the JSON body; `undefined` if that is none. */
export const argumentsOf = async (incoming: Incoming): Promise<Arguments | undefined> => {
  if (incoming.method === 'GET') return Object.fromEntries(incoming.query)
  try {
    const body: unknown = JSON.parse((await incoming.body()).toString('utf8'))
    return typeof body === 'object' && body !== null ? (body as Arguments) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Runs one interface as HTTP brings it: token, body, then the interface itself. */
export const runEnd = async (desk: Desk, { account, run }: HttpEnd, incoming: Incoming): Promise<WechatAnswer> => {
  const appid = account === 'official' ? desk.settings.officialAppId : desk.settings.miniAppId
  const refused = desk.tokens.refuse(incoming.query.get('access_token') ?? '', appid)
  if (refused) return refused
  const args = await argumentsOf(incoming)
  return args ? run(desk, args) : refusal(47001)
}
