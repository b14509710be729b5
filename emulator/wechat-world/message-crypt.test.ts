import fc from 'fast-check'
import { decrypt, encrypt, signatureOf } from './message-crypt'

const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

describe('WeChat\'s push', () => {
  test('the signature of the documentation', () => {
    expect(signatureOf('AAAAA', '1714037059', '486452656')).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78')
  })
  test('what was encrypted is decrypted, with the appid', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decrypt(encrypt(text, KEY, 'wxapp'), KEY)).toEqual({ text, appid: 'wxapp' })
    }))
  })
  test('the plain text is padded to blocks of 32 bytes', () => {
    for (const length of [0, 7, 8, 31, 32]) expect(Buffer.from(encrypt('x'.repeat(length), KEY, 'a'), 'base64').length % 32).toBe(0)
  })
  test('a key of another length is refused', () => {
    expect(() => encrypt('a', 'short', 'wxapp')).toThrow('43 characters')
  })
})
