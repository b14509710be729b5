import { setTimeout as pause } from 'node:timers/promises'
import type { Incoming } from '../http/incoming'
import { bytesReply, jsonReply, textReply, type Reply } from '../http/reply'
import { isPicture, refusal, type Picture, type WechatAnswer } from './answer'
import type { Desk } from './desk'
import type { End, Fault, Faults } from './faults'
import { withMessageId } from './message-ids'
import { isTicket, urlOf } from './official-users'
import { qrPicture } from './qr-picture'
import { answerSms, type SmsDesk } from './sms'
import { argumentsOf, runEnd, type WechatEnds } from './wechat-ends'

export interface ProvidersSetup { faults: Faults; wechat?: { desk: Desk; ends: WechatEnds }; sms?: SmsDesk }

const QR_WIDTH = 430

const CUT: Reply = { status: 0, headers: {}, body: '', cut: true }

/** Whether a request is meant for a provider: WeChat's paths, or the header that Tencent Cloud's interfaces carry. */
export const isForProvider = (incoming: Incoming): boolean =>
  /^\/(cgi-bin|wxa|cv)\//.test(incoming.path) || (incoming.method === 'POST' && incoming.header('x-tc-action') !== '')

/** Runs an end under its next fault: late, cut before or after the effect; codes are the end's own business. */
const underFault = async (faults: Faults, end: End, answer: (fault?: Fault) => Promise<Reply>): Promise<Reply> => {
  const fault = faults.next(end)
  if (fault?.latencyMs) await pause(fault.latencyMs)
  if (fault?.cut === 'before') return CUT
  const reply = await answer(fault)
  return fault?.cut === 'after' ? CUT : reply
}

const wechatReply = (answer: WechatAnswer | Picture): Reply =>
  (isPicture(answer) ? bytesReply(answer.picture, answer.contentType) : { ...jsonReply(200, {}), body: withMessageId(answer) })

export const faultAnswer = ({ code, message }: Fault): WechatAnswer => refusal(Number(code), message)

const issueToken = async ({ tokens }: Desk, incoming: Incoming): Promise<WechatAnswer> => {
  const args = await argumentsOf(incoming)
  if (!args) return refusal(47001)
  if (args.grant_type !== 'client_credential') return refusal(40002, 'invalid grant_type')
  return tokens.issue(String(args.appid), String(args.secret))
}

/** `GET showqrcode`: the code of a ticket as a picture; a ticket that is none has no page. */
const showQrCode = (_desk: Desk, incoming: Incoming): Reply => {
  const ticket = incoming.query.get('ticket') ?? ''
  return isTicket(ticket) ? bytesReply(qrPicture(urlOf(ticket), QR_WIDTH), 'image/png') : textReply(404, '')
}

interface OpenEnd { end: End; run: (desk: Desk, incoming: Incoming) => Promise<Reply> | Reply }

/** Ends that want no token. */
const OPEN_ENDS: Readonly<Record<string, OpenEnd>> = {
  'POST /cgi-bin/stable_token': { end: 'stable-token', run: async (desk, incoming) => wechatReply(await issueToken(desk, incoming)) },
  'GET /cgi-bin/showqrcode': { end: 'qrcode-picture', run: showQrCode },
}

const endAt = (ends: WechatEnds, place: string): OpenEnd | undefined => {
  const found = ends.http.get(place)
  return found ? { end: found.end, run: async (desk, incoming) => wechatReply(await runEnd(desk, found, incoming)) } : OPEN_ENDS[place]
}

const serveWechat = ({ faults, wechat }: ProvidersSetup, incoming: Incoming): Promise<Reply> | Reply => {
  if (!wechat) return wechatReply(refusal(48001))
  const { desk, ends } = wechat
  const found = endAt(ends, `${incoming.method} ${incoming.path}`)
  if (!found) return jsonReply(404, refusal(40066, 'invalid url'))
  return underFault(faults, found.end, async (fault) => (fault?.code === undefined ? found.run(desk, incoming) : wechatReply(faultAnswer(fault))))
}

/** The HTTP ends of the providers: WeChat's interfaces and Tencent's SMS. */
export const serveProviders = (setup: ProvidersSetup) => async (incoming: Incoming): Promise<Reply> => {
  if (incoming.header('x-tc-action') === '') return serveWechat(setup, incoming)
  const { sms } = setup
  if (!sms) return jsonReply(200, { Response: { Error: { Code: 'AuthFailure.SecretIdNotFound', Message: 'no SMS settings' }, RequestId: '' } })
  return underFault(setup.faults, 'sms', async (fault) => jsonReply(200, await answerSms(sms, incoming, fault)))
}
