import type { Operation } from '../../contract/operation'
import { fail } from '../../domain/kernel/failure'
import type { DocumentStore } from '../ports'
import { isStoreError } from '../store-error'
import type { Scene } from './verb'
import type { Arrival } from './visitor'

const HOUR_MS = 3_600_000

/** Counts one more unless the hour is used up; one call of the database, but for the first of an hour. */
async function counted(store: DocumentStore, { id, most, since }: { id: string; most: number; since: Date }): Promise<boolean> {
  const oneMore = async (): Promise<boolean> => await store.update('attempts', { _id: id, failures: { before: most } }, { increment: { failures: 1 } }) > 0
  if (await oneMore()) return true
  try {
    await store.add('attempts', [{ _id: id, schema: 1, failures: 1, since, lockedUntil: null }])
    return true
  } catch (thrown) {
    if (!isStoreError(thrown, 'duplicate')) throw thrown
    return oneMore()
  }
}

/**
 * Holds an account to what the contract allows of an operation in an hour of the clock; a call counts whatever comes of it, also when it is asked again.
 * Failure: `limit.reached` {until}.
 */
export async function countHourly({ name, hourly }: Operation, { caller }: Arrival, { store, now }: Scene): Promise<void> {
  if (hourly === undefined || caller === null) return
  const hour = Math.floor(now.getTime() / HOUR_MS)
  if (await counted(store, { id: `hourly:${name}:${caller.accountId}:${hour}`, most: hourly, since: now })) return
  fail('limit.reached', { until: new Date((hour + 1) * HOUR_MS).toISOString() })
}
