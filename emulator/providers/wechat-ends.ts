import type { Incoming } from '../http/incoming'
import { readMultipart } from '../wire/multipart'
import { refusal, type Picture, type WechatAnswer } from './answer'
import type { Arguments, Desk, Interface } from './desk'
import { employeeMessage, employeeUnbind } from './employee-message'
import type { End } from './faults'
import { mediaCheck } from './media-check'
import { miniCode } from './mini-code'
import { createQrCode, phoneNumber, userInfo } from './official-users'
import { printedText } from './printed-text'
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
    ['POST /wxa/getwxacodeunlimit', { end: 'mini-code', account: 'mini', run: miniCode }],
    ['POST /wxa/media_check_async', { end: 'media-check', account: 'mini', run: mediaCheck }],
    ['POST /cv/ocr/comm', { end: 'printed-text', account: 'mini', run: printedText }],
    ['POST /wxa/business/unbinduserb2cauthinfo', { end: 'employee-unbind', account: 'mini', run: employeeUnbind }],
    ['POST /cgi-bin/message/wxopen/employeerelationmsg/send', { end: 'employee-message', account: 'mini', run: employeeMessage }],
  ]),
  openapi: new Map<string, { end: End; run: Interface }>([
    ['subscribeMessage.send', { end: 'subscribe-message', run: subscribeMessage }],
    ['phonenumber.getPhoneNumber', { end: 'phone-number', run: phoneNumber }],
    ['wxacode.getUnlimited', { end: 'mini-code', run: miniCode }],
    ['security.mediaCheckAsync', { end: 'media-check', run: mediaCheck }],
    ['ocr.printedText', { end: 'printed-text', run: printedText }],
  ]),
})

/** A form's fields as bytes; a body that is no form says nothing. */
const fieldsOf = (body: Buffer, contentType: string): Arguments => (contentType.startsWith('multipart/form-data') ? Object.fromEntries(readMultipart(body, contentType)) : {})

/** A GET's query, a POST's JSON body (`undefined` if that is none); of interfaces that take pictures the query and the form. */
export const argumentsOf = async (incoming: Incoming): Promise<Arguments | undefined> => {
  if (incoming.method === 'GET') return Object.fromEntries(incoming.query)
  if (incoming.path.startsWith('/cv/')) return { ...Object.fromEntries(incoming.query), ...fieldsOf(await incoming.body(), incoming.header('content-type')) }
  try {
    const body: unknown = JSON.parse((await incoming.body()).toString('utf8'))
    return typeof body === 'object' && body !== null ? (body as Arguments) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Runs one interface as HTTP brings it: token, body, then the interface itself. */
export const runEnd = async (desk: Desk, { account, run }: HttpEnd, incoming: Incoming): Promise<WechatAnswer | Picture> => {
  const appid = account === 'official' ? desk.settings.officialAppId : desk.settings.miniAppId
  const refused = desk.tokens.refuse(incoming.query.get('access_token') ?? '', appid)
  if (refused) return refused
  const args = await argumentsOf(incoming)
  return args ? run(desk, args) : refusal(47001)
}
