import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A request as its signature covers it. Header names are in lower case. */
export interface SignedRequest {
  method: string
  path: string
  query: string
  headers: Readonly<Record<string, string>>
  body: Buffer
}

interface Claim { id: string; date: string; service: string; signedHeaders: string[]; signature: string }

const PATTERN = /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2})\/([^/]+)\/tc3_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/

const readClaim = (authorization: string): Claim | undefined => {
  const [, id, date, service, signedHeaders, signature] = PATTERN.exec(authorization) ?? []
  if (!id || !date || !service || !signedHeaders || !signature) return undefined
  return { id, date, service, signedHeaders: signedHeaders.split(';'), signature }
}

const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/**
 * `lower`: header values as the documentation signs them. Some clients sign them as they are sent, and the service takes that too.
 */
const canonical = (request: SignedRequest, claim: Claim, lower: boolean): string => {
  const valueOf = (name: string): string => (request.headers[name] ?? '').trim()
  const headers = claim.signedHeaders.map((name) => `${name}:${lower ? valueOf(name).toLowerCase() : valueOf(name)}\n`).join('')
  return [request.method, request.path, request.query, headers, claim.signedHeaders.join(';'), sha256(request.body)].join('\n')
}

const signatureOf = (text: string, claim: Claim, { timestamp, secretKey }: { timestamp: string; secretKey: string }): Buffer => {
  const scope = `${claim.date}/${claim.service}/tc3_request`
  const key = [claim.service, 'tc3_request'].reduce((derived, part) => hmac(derived, part), hmac(`TC3${secretKey}`, claim.date))
  return hmac(key, ['TC3-HMAC-SHA256', timestamp, scope, sha256(text)].join('\n'))
}

export interface Credentials { secretId: string; secretKey: string }

const LATEST_MS = 300_000

const isSigned = (request: SignedRequest, claim: Claim, secret: { timestamp: string; secretKey: string }): boolean =>
  [true, false].some((lower) => timingSafeEqual(Buffer.from(claim.signature, 'hex'), signatureOf(canonical(request, claim, lower), claim, secret)))

const isRecent = (at: Date, now: Date): boolean => Math.abs(at.getTime() - now.getTime()) <= LATEST_MS

const isOfDay = (claim: Claim, timestamp: string): boolean => new Date(Number(timestamp) * 1000).toISOString().slice(0, 10) === claim.date

/**
 * Why a request is not validly signed, as Tencent's code; `undefined` if it is. The timestamp may be five minutes off `now`.
 * Source: cloud.tencent.com, 签名方法 v3.
 */
export const refuseSignature = (request: SignedRequest, { secretId, secretKey }: Credentials, now: Date): string | undefined => {
  const claim = readClaim(request.headers.authorization ?? '')
  if (!claim || !['content-type', 'host'].every((name) => claim.signedHeaders.includes(name))) return 'AuthFailure.InvalidAuthorization'
  if (claim.id !== secretId) return 'AuthFailure.SecretIdNotFound'
  const timestamp = String(request.headers['x-tc-timestamp'])
  if (!isRecent(new Date(Number(timestamp) * 1000), now)) return 'AuthFailure.SignatureExpire'
  return isOfDay(claim, timestamp) && isSigned(request, claim, { timestamp, secretKey }) ? undefined : 'AuthFailure.SignatureFailure'
}
