import { certificateBucket, listCertificates } from '../../../contract/certificate'
import type { OutputOf } from '../../../contract/operation'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { reads } from '../../../cloud/gate/verb'
import type { DocumentStore, Where } from '../../../cloud/ports'
import { bucketWhere, certificatePage, certificateWhere } from '../../../cloud/repositories/certificates'
import { certificateEntries } from './entry'
import { filterOf } from './filter'

type Counts = OutputOf<typeof listCertificates>['counts']

const NONE: Counts = { expired: 0, 'within-30': 0, 'within-90': 0, 'within-180': 0, ok: 0, 'long-term': 0 }

/** The buckets share nothing and leave nothing out: their sum needs no count of its own. */
const sum = (counts: Counts): number => Object.values(counts).reduce((all, count) => all + count, 0)

/** One indexed count per bucket, all under the same other filters (B26). */
async function countsOf(store: DocumentStore, where: Where, today: CivilDay): Promise<Counts> {
  const counted = await Promise.all(certificateBucket.options.map(async (bucket) =>
    [bucket, await store.count('certificates', { ...where, ...bucketWhere(bucket, today) })] as const))
  return { ...NONE, ...Object.fromEntries(counted) }
}

/** By 有效期, one entry per certificate (S9). */
export const list = reads(listCertificates, async (input, caller, { store, today }) => {
  const { page, pageSize, bucket, order } = input
  const filter = await filterOf(input, caller, store)
  if (!filter) return { rows: [], total: 0, page, pageSize, counts: NONE }
  const where = certificateWhere(filter)
  const wanted = bucket ? { ...where, ...bucketWhere(bucket, today) } : where
  const [docs, counts] = await Promise.all([
    certificatePage(store, wanted, { order, skip: (page - 1) * pageSize, limit: pageSize }),
    countsOf(store, where, today),
  ])
  return { rows: await certificateEntries(store, docs), total: bucket ? counts[bucket] : sum(counts), page, pageSize, counts }
})
