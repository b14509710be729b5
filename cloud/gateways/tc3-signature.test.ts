import { createHash } from 'node:crypto'
import { authorization, canonicalRequest, stringToSign } from './tc3-signature'

/** The worked example of https://www.tencentcloud.com/document/product/382/40467; its keys are masked there, so its two texts are compared. */
const documented = {
  host: 'cvm.tencentcloudapi.com', service: 'cvm', at: new Date(1551113065_000),
  body: '{"Limit": 1, "Filters": [{"Values": ["unnamed"], "Name": "instance-name"}]}',
}

test('the canonical request and the string to sign are the documentation’s', () => {
  expect(createHash('sha256').update(documented.body).digest('hex')).toBe('99d58dfbc6745f6747f36bfca17dee5e6881dc0428a0a36f96199342bc5b4907')
  expect(createHash('sha256').update(canonicalRequest(documented)).digest('hex')).toBe('2815843035062fffda5fd6f2a44ea8a34818b0dc46f024b8b3786976a3adda7a')
  expect(stringToSign(documented)).toBe(['TC3-HMAC-SHA256', '1551113065', '2019-02-25/cvm/tc3_request', '2815843035062fffda5fd6f2a44ea8a34818b0dc46f024b8b3786976a3adda7a'].join('\n'))
})

test('the header names key, scope and signed headers, and never the secret', () => {
  const header = authorization(documented, { secretId: 'id', secretKey: 'secret' })
  expect(header).toMatch(/^TC3-HMAC-SHA256 Credential=id\/2019-02-25\/cvm\/tc3_request, SignedHeaders=content-type;host, Signature=[0-9a-f]{64}$/)
  expect(header).not.toContain('secret')
  expect(authorization({ ...documented, body: '{}' }, { secretId: 'id', secretKey: 'secret' })).not.toBe(header)
})
