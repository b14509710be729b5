import { randomUUID } from 'node:crypto'
import { codedError } from '../cloud-error'
import { ENV_ID } from '../functions/environment'
import type { Functions } from '../functions/functions'
import type { Incoming } from '../http/incoming'
import { jsonReply, textReply, type Reply } from '../http/reply'
import { applies, fieldsThatApply } from '../rules/rules'

/** HTTP access takes at most this much, as the cloud's gateway does. */
const MAX_BODY_BYTES = 6 * 1024 * 1024

/** `/api` serves `/api` and everything below it; the longest prefix wins. */
export const routeOf = (routes: Readonly<Record<string, string>>, path: string): string | undefined => {
  const prefixes = Object.keys(routes).filter((prefix) => path === prefix || (applies('http.below') && path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)))
  const [longest] = prefixes.sort((a, b) => (applies('http.longest-route') ? b.length - a.length : a.length - b.length))
  return longest === undefined ? undefined : routes[longest]
}

const isText = (type: string): boolean => type === '' || /^(text\/|application\/(json|xml|x-www-form-urlencoded|javascript)|[^;]+\+(json|xml))/i.test(type)

const headersOf = (incoming: Incoming): Record<string, string> =>
  Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value ?? '']))

const eventOf = async (incoming: Incoming): Promise<Record<string, unknown>> => {
  const body = await incoming.body(applies('http.size') ? MAX_BODY_BYTES : Infinity)
  const isBase64Encoded = applies('http.binary-request') && !isText(incoming.header('content-type'))
  return fieldsThatApply<unknown>('http', {
    path: incoming.path,
    httpMethod: incoming.method,
    headers: { ...headersOf(incoming), 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' },
    queryStringParameters: Object.fromEntries(incoming.query),
    body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
    requestContext: { requestId: randomUUID(), envId: ENV_ID, appId: '1300000000', uin: '100000000000' },
  })
}

interface Integrated { statusCode: number; headers?: Record<string, unknown>; body?: unknown; isBase64Encoded?: boolean }

const isIntegrated = (result: unknown): result is Integrated =>
  applies('http.integrated') && typeof result === 'object' && result !== null && Number.isInteger((result as Integrated).statusCode)

const headerLines = (headers: Record<string, unknown> = {}): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.map(String) : String(value)]))

const bodyOf = ({ body = '', isBase64Encoded }: Integrated): Buffer | string => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return isBase64Encoded && applies('http.binary-reply') ? Buffer.from(text, 'base64') : text
}

/** A function may answer `{ statusCode, headers, body, isBase64Encoded }`, a text, or any value (sent as JSON). */
const replyOf = (result: unknown): Reply => {
  if (isIntegrated(result)) {
    const headers = headerLines(result.headers)
    return { status: result.statusCode, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: bodyOf(result) }
  }
  if (typeof result === 'string' && applies('http.text')) return textReply(200, result)
  return applies('http.json') ? jsonReply(200, result) : textReply(200, String(result))
}

/** HTTP access: one request to the function of its route, under no person's identity. */
export const serveRoutes = (functions: Functions) => async (name: string, incoming: Incoming): Promise<Reply> => {
  try {
    const event = await eventOf(incoming)
    const result = await functions.invoke(name, JSON.stringify(event), { source: 'wx_http', clientIp: '127.0.0.1' })
    return replyOf(JSON.parse(result) as unknown)
  } catch (thrown) {
    const { code, message } = codedError(thrown)
    const failure = applies('http.failure') ? 500 : 200
    return jsonReply(code === 'EXCEED_REQUEST_SIZE_LIMIT' ? 413 : failure, { code, message })
  }
}
