import * as v from 'valibot'

/** CloudBase's HTTP access: what it hands to a function, as far as we use it. */
const httpEventSchema = v.object({
  httpMethod: v.string(),
  headers: v.optional(v.record(v.string(), v.unknown()), {}),
  body: v.optional(v.nullable(v.string()), null),
  isBase64Encoded: v.optional(v.boolean(), false),
})

export interface HttpCall {
  method: string
  header(name: string): string
  body: string
}

export interface HttpReply {
  isBase64Encoded: false
  statusCode: number
  headers: Record<string, string>
  body: string
}

export function httpCallOf(event: unknown): HttpCall | null {
  const parsed = v.safeParse(httpEventSchema, event)
  if (!parsed.success) return null
  const { httpMethod, headers, body, isBase64Encoded } = parsed.output
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), typeof value === 'string' ? value : '']))
  const header = (name: string): string => byName.get(name) ?? ''
  return {
    method: httpMethod.toUpperCase(),
    header,
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : body ?? '',
  }
}

/** The caller's address where the cloud does not say it: the last hop is the gateway's own word, earlier ones may be made up. */
export const lastHop = (call: HttpCall): string => call.header('x-forwarded-for').split(',').pop()?.trim() || 'unknown'

export function bearerOf(call: HttpCall): string {
  return /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(call.header('authorization'))?.[1] ?? ''
}

const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '')

/** The configured web edition, or a page from our own host. No `Origin` at all: not a browser's page from elsewhere. */
export function isOwnPage(call: HttpCall, webOrigin: string): boolean {
  const origin = call.header('origin')
  return origin === '' || origin === webOrigin || hostOf(origin) === call.header('host')
}

/** Answers are data for one caller: never cached, framed, guessed at or sent on. */
const SAFE: Readonly<Record<string, string>> = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000',
  vary: 'Origin',
}

const ALLOWED: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '600',
}

/** `body` undefined: nothing but the status. The origin is named only when it is the configured one. */
export function httpReply(call: HttpCall, webOrigin: string, answer: { status: number; body?: unknown }): HttpReply {
  const origin = call.header('origin')
  const named = origin !== '' && origin === webOrigin ? { 'access-control-allow-origin': origin, ...ALLOWED } : {}
  return {
    isBase64Encoded: false,
    statusCode: answer.status,
    headers: { ...SAFE, ...named },
    body: answer.body === undefined ? '' : JSON.stringify(answer.body),
  }
}
