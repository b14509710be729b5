import type { TimerDoor } from '../../domain/health/door'
import type { DocumentStore } from '../ports'
import { isStoreError } from '../store-error'
import { ofInstitution } from './of-institution'

/** `_id` of the run that says when a timer's door last came. */
export const beatId = (door: TimerDoor): string => (door === 'remind' ? 'heartbeat' : `heartbeat:${door}`)
const MINUTE = 60_000

const ifAbsent = (thrown: unknown): false => {
  if (isStoreError(thrown, 'duplicate')) return false
  throw thrown
}

/** The timer ran (B18): written once a minute, whoever fires how often. */
export async function beat(store: DocumentStore, now: Date, door: TimerDoor = 'remind'): Promise<void> {
  const _id = beatId(door)
  const token = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE).toISOString()
  const run = { at: now, token, deadline: null, counts: {} }
  const changed = await store.update('runs', { _id, token: { not: token } }, { set: { at: now, token } })
  if (changed > 0 || (await store.get('runs', _id)) !== null) return
  await store.add('runs', [{ _id, schema: 1, ...run }]).catch(ifAbsent)
}

/** Longer than an instance can live: whoever holds it past this is gone. */
const LEASE_MS = 25_000

export interface Lease { institutionId: string; token: string }

/** `_id` of the run that says who works the institution. */
export const leaseId = ({ institutionId }: Pick<Lease, 'institutionId'>): string => `lease:${ofInstitution(institutionId).institutionId as string}`

/** One instance at a time works an institution. false: another one does. */
export async function takeLease(store: DocumentStore, lease: Lease, now: Date): Promise<boolean> {
  const run = { at: now, token: lease.token, deadline: new Date(now.getTime() + LEASE_MS) }
  const freed = await store.update('runs', { _id: leaseId(lease), deadline: { to: now } }, { set: run })
  if (freed > 0) return true
  return store.add('runs', [{ _id: leaseId(lease), schema: 1, ...run, counts: {} }]).then(() => true, ifAbsent)
}

/** Asked again before more is claimed: a paused instance may have been taken for dead. */
export const holdsLease = async (store: DocumentStore, lease: Lease): Promise<boolean> =>
  (await store.get('runs', leaseId(lease)))?.token === lease.token

export async function releaseLease(store: DocumentStore, lease: Lease): Promise<void> {
  await store.update('runs', { _id: leaseId(lease), token: lease.token }, { set: { deadline: new Date(0) } })
}
