import fc from 'fast-check'
import { nodeSecretBox } from './secret-box'

const box = nodeSecretBox({ SECRETS_KEY: 'first-master-key' })

test('what was sealed opens again for its owner, and the sealed form does not hold it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string(), (text, owner) => {
    const sealed = box.seal(text, owner)
    expect(box.open(sealed, owner)).toBe(text)
  }))
  expect(JSON.stringify(box.seal('a-secret-of-twenty-signs', 'h:x'))).not.toContain('a-secret')
})

test('another institution, another secret of the same one, and a changed text do not open', () => {
  const sealed = box.seal('secret', 'hospital-1:officialSecret')
  for (const owner of ['hospital-2:officialSecret', 'hospital-1:miniSecret', '']) expect(() => box.open(sealed, owner)).toThrow()
  expect(() => box.open({ ...sealed, text: Buffer.from('forged').toString('base64') }, 'hospital-1:officialSecret')).toThrow()
  expect(() => box.open({ ...sealed, tag: sealed.tag.slice(0, 6) }, 'hospital-1:officialSecret')).toThrow()
})

test('the previous master key opens, the current one seals, and a key that is gone opens nothing', () => {
  const sealed = box.seal('secret', 'o')
  const rotated = nodeSecretBox({ SECRETS_KEY: 'second-master-key', SECRETS_KEY_PREVIOUS: 'first-master-key' })
  expect([rotated.open(sealed, 'o'), rotated.isCurrent(sealed)]).toEqual(['secret', false])
  const again = rotated.seal(rotated.open(sealed, 'o'), 'o')
  expect(rotated.isCurrent(again)).toBe(true)
  const later = nodeSecretBox({ SECRETS_KEY: 'second-master-key' })
  expect(later.open(again, 'o')).toBe('secret')
  expect(() => later.open(sealed, 'o')).toThrow('master key')
})

test('at most four signs are shown again, of a short secret none', () => {
  expect([box.seal('abcdefghijklmnop', 'o').tail, box.seal('short', 'o').tail]).toEqual(['mnop', ''])
})

test('without a master key nothing is sealed, and the missing variable is named', () => {
  expect(() => nodeSecretBox({}).seal('x', 'o')).toThrow('SECRETS_KEY')
})
