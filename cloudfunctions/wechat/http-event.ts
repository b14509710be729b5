/** What HTTP access hands to a function, as far as this door reads it. */
export interface HttpCall {
  method: string
  path: string
  query: ReadonlyMap<string, string>
  /** `null`: larger than `LARGEST_BODY`. */
  body: string | null
}

export interface HttpAnswer { statusCode: number; headers: Record<string, string>; body: string }

/** Bytes. WeChat's pushes are far smaller. */
export const LARGEST_BODY = 64 * 1024

export const plainText = (statusCode: number, body: string): HttpAnswer =>
  ({ statusCode, headers: { 'content-type': 'text/plain; charset=utf-8' }, body })

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function bodyOf({ body, isBase64Encoded }: Record<string, unknown>): string | null {
  if (typeof body !== 'string') return ''
  // Base64 is a third longer than what it carries.
  if (body.length > LARGEST_BODY * 2) return null
  const text = isBase64Encoded === true ? Buffer.from(body, 'base64').toString('utf8') : body
  return Buffer.byteLength(text) > LARGEST_BODY ? null : text
}

/** `null`: no call over HTTP at all. A parameter that comes twice is none. */
export function readHttpCall(event: unknown): HttpCall | null {
  if (!isRecord(event) || typeof event.httpMethod !== 'string') return null
  const given = isRecord(event.queryStringParameters) ? event.queryStringParameters : {}
  const query = new Map(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  return { method: event.httpMethod.toUpperCase(), path: typeof event.path === 'string' ? event.path : '', query, body: bodyOf(event) }
}
