import { webLogInExpiry } from '../../domain/account/web-log-in'
import type { WebLogInDoc } from '../documents'
import type { Chance, Secrets } from '../ports'

const TICKET_BYTES = 16
const SECRET_BYTES = 32

const text = (random: Uint8Array, bytes: number): string => Buffer.from(random.slice(0, bytes)).toString('base64url')

/** Neither the ticket nor the secret is stored. */
export const webLogInId = (ticket: string, secrets: Secrets): string => secrets.sha256(`web-log-in:${ticket}`)
export const secretHashOf = (secret: string, secrets: Secrets): string => secrets.sha256(`web-log-in-secret:${secret}`)

/** From 00 to 99. */
const digitsOf = (random: Uint8Array): string => String(Buffer.from(random).readUInt16BE() % 100).padStart(2, '0')

export interface Begun { ticket: string; secret: string; doc: WebLogInDoc }

export type Asked = Pick<WebLogInDoc, 'system' | 'browser' | 'address' | 'purpose' | 'onlyFor' | 'sessionId'>

export function newWebLogIn(asked: Asked & { now: Date }, { chance, secrets }: { chance: Chance; secrets: Secrets }): Begun {
  const { now, ...said } = asked
  const [ticket, secret] = [text(chance.bytes(TICKET_BYTES), TICKET_BYTES), text(chance.bytes(SECRET_BYTES), SECRET_BYTES)]
  const doc = {
    _id: webLogInId(ticket, secrets), schema: 1 as const, secretHash: secretHashOf(secret, secrets), digits: digitsOf(chance.bytes(2)), state: 'waiting' as const, accountId: null, ...said,
    begunAt: now, expiresAt: webLogInExpiry(now),
  }
  return { ticket, secret, doc }
}
