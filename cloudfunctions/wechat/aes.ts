import { createDecipheriv } from 'node:crypto'

/** The safe mode of WeChat's pushes (platform facts §2.5): AES-256-CBC over random16 | length | message | appid, padded to 32 bytes. */
export interface PushKey {
  /** EncodingAESKey, 43 characters. */
  encodingKey: string
  appId: string
}

const BLOCK = 32
const RANDOM = 16
const HEAD = RANDOM + 4

const keyOf = ({ encodingKey }: PushKey): Buffer => Buffer.from(`${encodingKey}=`, 'base64')

/** PKCS#7 with blocks of 32 bytes, every padding byte looked at. `null`: it is no padding. */
function unpad(padded: Buffer): Buffer | null {
  const count = padded[padded.length - 1] ?? 0
  const body = padded.subarray(0, padded.length - count)
  const padding = padded.subarray(padded.length - count)
  return count >= 1 && count <= BLOCK && padding.length === count && padding.every((byte) => byte === count) ? body : null
}

function decipher(key: PushKey, encrypted: Buffer): Buffer | null {
  if (encrypted.length === 0 || encrypted.length % 16 !== 0) return null
  const secret = keyOf(key)
  const cipher = createDecipheriv('aes-256-cbc', secret, secret.subarray(0, 16))
  cipher.setAutoPadding(false)
  return Buffer.concat([cipher.update(encrypted), cipher.final()])
}

/** The message, or `null` when it is not one of ours: wrong key, broken padding or length, another appid. */
export function decryptPush(key: PushKey, encrypted: string): string | null {
  const padded = decipher(key, Buffer.from(encrypted, 'base64'))
  const plain = padded && unpad(padded)
  if (!plain || plain.length < HEAD) return null
  const end = HEAD + plain.readUInt32BE(RANDOM)
  if (end > plain.length || plain.subarray(end).toString('utf8') !== key.appId) return null
  return plain.subarray(HEAD, end).toString('utf8')
}
