import { sign } from '@cloudbase/signature-nodejs'
import { PLATFORM_SECRET_ID, PLATFORM_SECRET_KEY } from '../functions/environment'

const fieldsOf = (body: string): Record<string, unknown> | string => {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return body
  }
}

/** A request by hand, signed as the SDKs sign theirs; `secretKey` of another is a forgery. */
export const signedPost = (base: string, body: string | Buffer, { secretKey = PLATFORM_SECRET_KEY, authorization }: { secretKey?: string; authorization?: string } = {}): Promise<Response> => {
  const url = `${base}/admin`
  const signed = { 'Content-Type': 'application/json', Host: new URL(url).host }
  const params = typeof body === 'string' ? fieldsOf(body) : ''
  const { authorization: own, timestamp } = sign({ secretId: PLATFORM_SECRET_ID, secretKey, method: 'post', url, headers: signed, params, timestamp: 1_722_474_000, withSignedParams: true })
  return fetch(url, { method: 'POST', body: body as string, headers: { 'content-type': 'application/json', 'x-timestamp': String(timestamp), authorization: authorization ?? own } })
}
