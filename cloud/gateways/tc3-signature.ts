import { createHash, createHmac } from 'node:crypto'

/** Tencent Cloud's request signature «v3» (TC3-HMAC-SHA256): https://www.tencentcloud.com/document/product/382/40467. */
export interface SignedRequest {
  host: string
  service: string
  body: string
  at: Date
}

export const CONTENT_TYPE = 'application/json; charset=utf-8'
const SIGNED_HEADERS = 'content-type;host'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** Seconds since 1970, as `X-TC-Timestamp` carries it. */
export const timestampOf = (at: Date): string => String(Math.floor(at.getTime() / 1000))
const scopeOf = ({ service, at }: SignedRequest): string => `${at.toISOString().slice(0, 10)}/${service}/tc3_request`

export const canonicalRequest = ({ host, body }: SignedRequest): string =>
  ['POST', '/', '', `content-type:${CONTENT_TYPE}\nhost:${host}\n`, SIGNED_HEADERS, sha256(body)].join('\n')

export const stringToSign = (request: SignedRequest): string =>
  ['TC3-HMAC-SHA256', timestampOf(request.at), scopeOf(request), sha256(canonicalRequest(request))].join('\n')

/** The value of the `Authorization` header. */
export function authorization(request: SignedRequest, { secretId, secretKey }: { secretId: string; secretKey: string }): string {
  const key = scopeOf(request).split('/').reduce<string | Buffer>((derived, part) => hmac(derived, part), `TC3${secretKey}`)
  const signature = createHmac('sha256', key).update(stringToSign(request)).digest('hex')
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scopeOf(request)}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`
}
