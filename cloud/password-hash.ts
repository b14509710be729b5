import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/** OWASP's scrypt minimum that still answers in a tenth of a second in a small function; 16 MiB of memory per hash. */
const COST: ScryptOptions = { N: 16_384, r: 8, p: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

const derive = (password: string, salt: Uint8Array): Promise<Buffer> => new Promise((resolve, reject) => {
  scrypt(password.normalize('NFKC'), salt, HASH_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)))
})

/** scrypt as `<salt>:<hash>`, both base64. The salt is drawn unless one is given (data that must be the same in every run). */
export async function hashPassword(password: string, salt: Uint8Array = randomBytes(SALT_BYTES)): Promise<string> {
  const hash = await derive(password, salt)
  return `${Buffer.from(salt).toString('base64')}:${hash.toString('base64')}`
}

/** false for a wrong password and for a stored text that is no hash. Compares in constant time. */
export async function checkPassword(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split(':')
  const expected = Buffer.from(hash, 'base64')
  const actual = await derive(password, Buffer.from(salt, 'base64'))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
