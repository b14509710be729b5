import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'

export interface HttpRequest { method: 'GET' | 'POST'; url: string; headers?: Record<string, string>; body?: string; timeoutMs: number; /** The answer may be a picture: its text holds one sign per byte (latin1). */ bytes?: true }

/** `unsent`: no connection was made. `unclear`: the request may have arrived. Codes: http.unreachable, http.timeout, http.cut, http.too-large. */
export type HttpReply =
  | { kind: 'answered'; status: number; text: string }
  | { kind: 'unsent'; code: string }
  | { kind: 'unclear'; code: string }

export type Http = (request: HttpRequest) => Promise<HttpReply>

const LARGEST_ANSWER = 1024 * 1024

const textOf = (answer: IncomingMessage, encoding: 'utf8' | 'latin1'): Promise<string> => new Promise((resolve, reject) => {
  const parts: Buffer[] = []
  let bytes = 0
  answer.on('data', (part: Buffer) => {
    parts.push(part)
    bytes += part.length
    if (bytes > LARGEST_ANSWER) answer.destroy(new Error('http.too-large'))
  })
  answer.on('end', () => resolve(Buffer.concat(parts).toString(encoding)))
  answer.on('error', reject)
  answer.on('close', () => { if (!answer.complete) reject(new Error('http.cut')) })
})

/** Did the connection stand? Before that nothing can have arrived. */
function watchConnection(asked: ClientRequest, secure: boolean): () => boolean {
  let connected = false
  asked.on('socket', (socket) => socket.once(secure ? 'secureConnect' : 'connect', () => { connected = true }))
  return () => connected
}

const codeOf = (thrown: Error): string => (thrown.message.startsWith('http.') ? thrown.message : 'http.cut')

/**
 * One request over a connection of its own: on a kept one a reset would leave it open whether the request arrived.
 * Never throws, and never repeats an address: it may hold a token.
 */
export const http: Http = (ask) => new Promise((resolve) => {
  const url = new URL(ask.url)
  const secure = url.protocol === 'https:'
  const body = ask.body ?? ''
  const headers = { ...ask.headers, 'content-length': String(Buffer.byteLength(body)) }
  const asked = (secure ? requestSecure : requestPlain)(url, { method: ask.method, headers, agent: false })
  const connected = watchConnection(asked, secure)
  const deadline = setTimeout(() => asked.destroy(new Error('http.timeout')), ask.timeoutMs)
  const end = (reply: HttpReply): void => {
    clearTimeout(deadline)
    resolve(reply)
  }
  const broken = (thrown: Error): void => end(connected() ? { kind: 'unclear', code: codeOf(thrown) } : { kind: 'unsent', code: 'http.unreachable' })
  asked.on('error', broken)
  asked.on('response', (answer) => {
    textOf(answer, ask.bytes ? 'latin1' : 'utf8').then((text) => end({ kind: 'answered', status: answer.statusCode ?? 0, text }), broken)
  })
  asked.end(body)
})
