import { setTimeout as pause } from 'node:timers/promises'
import type { Incoming } from '../http/incoming'
import { bytesReply, jsonReply, type Reply } from '../http/reply'
import { isPicture, refusal, type Picture, type WechatAnswer } from './answer'
import type { Desk } from './desk'
import type { End, Fault, Faults } from './faults'
import { withMessageId } from './message-ids'
import { answerSms, type SmsDesk } from './sms'
import { argumentsOf, runEnd, type WechatEnds } from './wechat-ends'

export interface ProvidersSetup { faults: Faults; wechat?: { desk: Desk; ends: WechatEnds }; sms?: SmsDesk }

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

const serveWechat = ({ faults, wechat }: ProvidersSetup, incoming: Incoming): Promise<Reply> | Reply => {
  if (!wechat) return wechatReply(refusal(48001))
  const isToken = incoming.method === 'POST' && incoming.path === '/cgi-bin/stable_token'
  const found = wechat.ends.http.get(`${incoming.method} ${incoming.path}`)
  if (!isToken && !found) return jsonReply(404, refusal(40066, 'invalid url'))
  return underFault(faults, found?.end ?? 'stable-token', async (fault) => {
    if (fault?.code !== undefined) return wechatReply(faultAnswer(fault))
    return wechatReply(found ? await runEnd(wechat.desk, found, incoming) : await issueToken(wechat.desk, incoming))
  })
}

/** The HTTP ends of the providers: WeChat's interfaces and Tencent's SMS. */
export const serveProviders = (setup: ProvidersSetup) => async (incoming: Incoming): Promise<Reply> => {
  if (incoming.header('x-tc-action') === '') return serveWechat(setup, incoming)
  const { sms } = setup
  if (!sms) return jsonReply(200, { Response: { Error: { Code: 'AuthFailure.SecretIdNotFound', Message: 'no SMS settings' }, RequestId: '' } })
  return underFault(setup.faults, 'sms', async (fault) => jsonReply(200, await answerSms(sms, incoming, fault)))
}
