import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Incoming } from '../http/incoming'

/** The fields of a request's body by name, as they came: JSON values, or the bytes of a form's parts. */
export type SignedFields = Readonly<Record<string, unknown>> | ReadonlyMap<string, Buffer>

interface Claim { date: string; service: string; params: string[]; headers: string[]; signature: string }

const PATTERN = /^TC3-HMAC-SHA256 Credential=[^/]+\/(\d{4}-\d{2}-\d{2})\/([^/]+)\/tc3_request, SignedParams=([^,]*), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

const claimIn = (authorization: string): Claim | null => {
  const [, date, service, params, headers, signature] = PATTERN.exec(authorization) ?? []
  if (date === undefined || service === undefined || params === undefined || headers === undefined || signature === undefined) return null
  return { date, service, params: params.split(';'), headers: headers.split(';'), signature }
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const pairsOf = (fields: SignedFields): Array<[string, unknown]> => (fields instanceof Map ? [...fields] : Object.entries(fields))

/** As the SDKs name a field in its signature. */
const signedName = (name: string): string => encodeURIComponent(name.toLowerCase().trim()).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const signedValue = (value: unknown): string | Buffer => {
  if (Buffer.isBuffer(value)) return value
  return (typeof value === 'string' ? value : JSON.stringify(value)).trim()
}

/** What of the body is signed: the named fields, whatever kind of body carried them. */
const hashOf = (fields: SignedFields, names: readonly string[]): string => {
  const values = new Map(pairsOf(fields).map(([name, value]) => [signedName(name), value]))
  const hash = createHash('sha256')
  for (const name of names.filter((each) => values.has(each))) hash.update(`&${name}=`).update(signedValue(values.get(name))).update('\r\n')
  return hash.digest('hex')
}

const headerOf = (incoming: Incoming, name: string): string => {
  const value = incoming.header(name)
  if (name !== 'content-type') return value.trim().toLowerCase()
  return value.startsWith('multipart/form-data') ? 'multipart/form-data' : value
}

/**
 * Whether `secretKey` signed this request, by the algorithm of the server SDKs (`@cloudbase/signature-nodejs`, read in its source): TC3 as in Tencent's
 * documentation, over the address without its scheme, the method and all signed headers in lower case, and a hash over the body's fields instead of its bytes.
 */
export function isSignedBy(secretKey: string, incoming: Incoming, fields: SignedFields): boolean {
  const claim = claimIn(incoming.header('authorization'))
  if (!claim) return false
  const headers = claim.headers.map((name) => `${name}:${headerOf(incoming, name)}\n`).join('')
  const canonical = [incoming.method.toLowerCase(), `//${incoming.header('host')}${incoming.path}`, incoming.query.toString(), headers, claim.headers.join(';'), hashOf(fields, claim.params)].join('\n')
  const scope = `${claim.date}/${claim.service}/tc3_request`
  const text = ['TC3-HMAC-SHA256', incoming.header('x-timestamp'), scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const key = hmac(hmac(hmac(`TC3${secretKey}`, claim.date), claim.service), 'tc3_request')
  return timingSafeEqual(Buffer.from(claim.signature, 'hex'), hmac(key, text))
}
