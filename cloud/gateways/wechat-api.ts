import { readWechatAnswer, readWechatPicture, type WechatAnswer } from './wechat-answer'
import type { Http } from './http'
import type { TokenSource } from './wechat-token'

/** `refused` carries WeChat's errcode. */
export type WechatReply =
  | { kind: 'answered'; answer: WechatAnswer }
  | { kind: 'refused' | 'unsent' | 'unclear'; code: string }

export interface WechatCall { method: 'GET' | 'POST'; path: string; query?: Readonly<Record<string, string>>; body?: unknown; /** WeChat answers with a picture, or with JSON when it refuses; `data.picture` is its data address. */ picture?: true }

export type WechatApi = (call: WechatCall) => Promise<WechatReply>

export interface WechatLine { http: Http; api: string; tokens: TokenSource }

/** Wrong, invalid, expired: get another token once (platform facts §1.3). */
const STALE = new Set(['40001', '40014', '42001'])
const TIMEOUT_MS = 3000

async function once({ http, api }: WechatLine, call: WechatCall, token: string): Promise<WechatReply> {
  const query = new URLSearchParams({ access_token: token, ...call.query })
  const body = call.body === undefined ? {} : { body: JSON.stringify(call.body), headers: { 'content-type': 'application/json' } }
  const reply = await http({ method: call.method, url: `${api}${call.path}?${query.toString()}`, timeoutMs: TIMEOUT_MS, ...body, ...(call.picture && { bytes: true }) })
  if (reply.kind !== 'answered') return reply
  const answer = (call.picture ? readWechatPicture(reply) : null) ?? readWechatAnswer(reply)
  if (answer.code === '0') return { kind: 'answered', answer }
  return { kind: answer.code.startsWith('wechat.') ? 'unclear' : 'refused', code: answer.code }
}

/** One call with the account's token; a stale token is replaced once. */
export const wechatApi = (line: WechatLine): WechatApi => async (call) => {
  const first = await line.tokens.get()
  if (first.kind !== 'token') return first
  const reply = await once(line, call, first.token)
  if (reply.kind !== 'refused' || !STALE.has(reply.code)) return reply
  await line.tokens.drop(first.token)
  const second = await line.tokens.get()
  return second.kind === 'token' ? once(line, call, second.token) : second
}
