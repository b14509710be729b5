import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from './ports'

/** What `remind` says to `deliver`, and to `api` about jobs that were left: work this institution. Signed, because anybody who can invoke a function could say it. */
export interface DoorCall { institutionId: string; at: string; signature: string }

/** Milliseconds for which a signed call may be used. */
const VALID_MS = 120_000

const textOf = (institutionId: string, at: string): string => JSON.stringify([institutionId, at])

export function signDoorCall(secrets: Secrets, institutionId: string, now: Date): DoorCall {
  const at = now.toISOString()
  return { institutionId, at, signature: secrets.sign('deliver', textOf(institutionId, at)) }
}

/** By its shape only; it is signed when `institutionOfDoorCall` names an institution. */
export function isDoorCall(event: unknown): event is DoorCall {
  const { institutionId, at, signature } = (typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>
  return typeof institutionId === 'string' && institutionId !== '' && typeof at === 'string' && typeof signature === 'string'
}

const isFresh = (at: string, now: Date): boolean => Math.abs(now.getTime() - Date.parse(at)) <= VALID_MS

/** The institution of a call that is signed and fresh, else `null`. Asks nobody. */
export function institutionOfDoorCall(secrets: Secrets, event: unknown, now: Date): string | null {
  if (!isDoorCall(event) || !isFresh(event.at, now)) return null
  const expected = Buffer.from(secrets.sign('deliver', textOf(event.institutionId, event.at)))
  const given = Buffer.from(event.signature)
  return expected.length === given.length && timingSafeEqual(expected, given) ? event.institutionId : null
}
