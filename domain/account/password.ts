import { lengthOf } from '../kernel/text'

/** Characters. The upper end keeps the hashing cheap. */
export const PASSWORD_LENGTH = { min: 8, max: 64 } as const

const KINDS: readonly RegExp[] = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/]

/** At least this many kinds of characters: small, capital, digit, other. */
const WANTED_KINDS = 2

/** `null`: may be used. Codes: `password.too-short`, `password.too-long`, `password.too-simple`, `password.holds-login-name`. */
export function checkPassword(password: string, loginName: string): string | null {
  const length = lengthOf(password)
  if (length < PASSWORD_LENGTH.min) return 'password.too-short'
  if (length > PASSWORD_LENGTH.max) return 'password.too-long'
  const name = loginName.trim().toLowerCase()
  if (name !== '' && password.toLowerCase().includes(name)) return 'password.holds-login-name'
  return isSimple(password) ? 'password.too-simple' : null
}

function isSimple(password: string): boolean {
  const kinds = KINDS.filter((kind) => kind.test(password)).length
  const different = new Set([...password]).size
  return kinds < WANTED_KINDS || different < 4
}
