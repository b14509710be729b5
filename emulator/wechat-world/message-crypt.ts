import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/**
 * Signature and encryption of WeChat's server push.
 * Source: developers.weixin.qq.com/doc/oplatform/developers/dev/push/encryption.md
 */

/** sha1 over the sorted parts, in hex: `signature` of token, timestamp, nonce; `msg_signature` with the cipher text as fourth part. */
export const signatureOf = (...parts: readonly string[]): string => createHash('sha1').update([...parts].sort().join('')).digest('hex')

const BLOCK = 32

const keyOf = (aesKey: string): Buffer => {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  if (key.length !== 32) throw new RangeError('the key of the push must have 43 characters')
  return key
}

const padded = (bytes: Buffer): Buffer => {
  const missing = BLOCK - (bytes.length % BLOCK)
  return Buffer.concat([bytes, Buffer.alloc(missing, missing)])
}

/** 16 random bytes, the length, the text, the appid; padded to blocks of 32; AES-256-CBC with the key's first half as IV. */
export const encrypt = (text: string, aesKey: string, appid: string): string => {
  const key = keyOf(aesKey)
  const body = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = padded(Buffer.concat([randomBytes(16), length, body, Buffer.from(appid)]))
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}

/** The text and the appid behind a cipher text. */
export const decrypt = (encrypted: string, aesKey: string): { text: string; appid: string } => {
  const key = keyOf(aesKey)
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
  const content = plain.subarray(16, plain.length - (plain.at(-1) ?? 0))
  const end = 4 + content.readUInt32BE(0)
  return { text: content.subarray(4, end).toString('utf8'), appid: content.subarray(end).toString('utf8') }
}
