import type { Collection } from './catalog'
import { refuseDuplicate, type UniqueKey } from './document-file'
import { keysOf } from './index-keys'
import type { Snapshot } from './lmdb-files'
import { writeConflict } from './store-error'
import type { Document } from './types'
import { touchedKeys, uniqueLock, type Stage } from './writer'
import { applies } from '../rules/rules'

interface Write { collection: Collection; before: Document | null; after: Document | null }

/** Who holds a unique key in a transaction's eyes, where the transaction changed that. */
export type Holders = Map<string, string | null>

interface Claimant { id: string; holders: Holders; snapshot: Snapshot }

/** Who holds the key as the transaction sees it. @throws StoreError conflict, when that has changed since its snapshot */
const holderSeen = ({ holders, snapshot }: Claimant, touched: UniqueKey, { documents }: Stage): string | null => {
  const seen = documents.holder(touched.index, touched.key, snapshot)
  if (seen !== documents.holder(touched.index, touched.key)) throw writeConflict()
  const own = holders.get(uniqueLock(touched))
  return own === undefined ? seen ?? null : own
}

const wanter = ({ after }: Write, { index, key }: UniqueKey): Document | null => (after && keysOf(index, after).keys.includes(key) ? after : null)

/** Locks every unique key that a write gives up or takes, and refuses those that another document holds. */
export const claimUniqueKeys = (claimant: Claimant, write: Write, stage: Stage): void => {
  for (const touched of touchedKeys(write.collection, write.before, write.after)) {
    if (!stage.locks.take(uniqueLock(touched), claimant.id) && applies('transaction.unique-lock')) throw writeConflict()
    const holder = holderSeen(claimant, touched, stage)
    const document = wanter(write, touched)
    if (document && holder !== null && holder !== document._id) refuseDuplicate(write.collection, touched.index, document)
    claimant.holders.set(uniqueLock(touched), document ? document._id : null)
  }
}
