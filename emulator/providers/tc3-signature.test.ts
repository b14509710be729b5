import { refuseSignature, type SignedRequest } from './tc3-signature'

/** The example of Tencent's own page on signature v3 (its CVM request). */
const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
const secret = { secretId: 'AKID********************************', secretKey: '********************************' }
const now = new Date(1_551_113_065_000)
const request: SignedRequest = {
  method: 'POST', path: '/', query: '', body: Buffer.from(body),
  headers: {
    'content-type': 'application/json; charset=utf-8', host: 'cvm.tencentcloudapi.com', 'x-tc-action': 'DescribeInstances', 'x-tc-timestamp': '1551113065',
    authorization: 'TC3-HMAC-SHA256 Credential=AKID********************************/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  },
}

describe('Tencent\'s request signature v3', () => {
  test('the example of the documentation holds', () => {
    expect(refuseSignature(request, secret, now)).toBeUndefined()
  })
  test.each([
    ['another body', { ...request, body: Buffer.from('{}') }, 'AuthFailure.SignatureFailure'],
    ['another host', { ...request, headers: { ...request.headers, host: 'other' } }, 'AuthFailure.SignatureFailure'],
    ['no signature', { ...request, headers: { ...request.headers, authorization: '' } }, 'AuthFailure.InvalidAuthorization'],
    ['an old timestamp', { ...request, headers: { ...request.headers, 'x-tc-timestamp': '1551112000' } }, 'AuthFailure.SignatureExpire'],
    ['no timestamp', { ...request, headers: { ...request.headers, 'x-tc-timestamp': 'x' } }, 'AuthFailure.SignatureExpire'],
  ])('%s is refused', (_, changed, code) => {
    expect(refuseSignature(changed, secret, now)).toBe(code)
  })
  test('a foreign secret id is refused', () => {
    expect(refuseSignature(request, { ...secret, secretId: 'other' }, now)).toBe('AuthFailure.SecretIdNotFound')
  })
})
