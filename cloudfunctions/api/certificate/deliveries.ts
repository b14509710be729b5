import { listDeliveries } from '../../../contract/certificate'
import type { OutputOf } from '../../../contract/operation'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import { certificateOf } from '../../../domain/reminder/delivery-id'
import { deliveriesAbout, readTimes, type DeliveryDoc } from '../../../cloud/repositories/certificate-deliveries'
import { certificateSubject } from './subject'

type DeliveryView = OutputOf<typeof listDeliveries>['rows'][number]

export const deliveryView = (doc: DeliveryDoc, readAt: Date | null): DeliveryView => ({
  id: doc._id, day: doc.day, slot: doc.slot, accountId: doc.accountId, account: doc.accountName, channel: doc.channel, route: doc.route, state: doc.state, reason: doc.reason,
  at: (doc.settledAt ?? doc.createdAt).toISOString(),
  readAt: readAt?.toISOString() ?? null,
})

/** As it concerns one of its certificates: a digest that was sent may have left it out, and says why. */
function viewFor(doc: DeliveryDoc, certificateId: string, readAt: Date | null): DeliveryView {
  const left = doc.dropped?.find((each) => certificateOf(each.mention) === certificateId)
  const view = deliveryView(doc, readAt)
  return left ? { ...view, state: 'held', reason: left.reason, readAt: null } : view
}

/** Who was told when by which channel, newest first (B7). */
export const deliveries = reads(listDeliveries, async ({ id, page, pageSize }, caller, { store }) => {
  mustSee(await store.get('certificates', id), certificateSubject, { caller, action: 'certificate.read' })
  const { docs, total } = await deliveriesAbout(store, { institutionId: caller.institutionId, certificateId: id }, { skip: (page - 1) * pageSize, limit: pageSize })
  const read = await readTimes(store, caller.institutionId, docs.filter(({ channel }) => channel === 'home').map(({ _id }) => _id))
  return { rows: docs.map((doc) => viewFor(doc, id, read.get(doc._id) ?? null)), total, page, pageSize }
})
