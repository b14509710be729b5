import { resendDelivery } from '../../../contract/plan'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { fail } from '../../../domain/kernel/failure'
import { certificateOf } from '../../../domain/reminder/delivery-id'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import type { DeliveryDoc } from '../../../cloud/repositories/certificate-deliveries'
import { lookAround, queueAgain, takeTurn } from '../../../cloud/repositories/resend'
import { certificateSubject } from '../certificate/subject'

interface Asked { id: string; deliveryId: string }

const AGAIN: readonly DeliveryDoc['state'][] = ['failed', 'held']

/** The message, if it is about that certificate and the caller answers for it. */
async function ownDelivery(tx: Transaction, { id, deliveryId }: Asked, caller: SignedIn): Promise<DeliveryDoc> {
  const certificate = mustSee(await tx.get('certificates', id), certificateSubject, { caller, action: 'certificate.read' })
  mustDo(certificateSubject(certificate), { caller, action: 'delivery.resend' })
  const delivery = await tx.get('deliveries', deliveryId)
  const about = delivery !== null && delivery.institutionId === caller.institutionId && delivery.mentions.some((mentioned) => certificateOf(mentioned) === id)
  return about ? delivery : fail('not-found')
}

function mustBeOpen({ day, state }: DeliveryDoc, today: CivilDay): void {
  if (day !== today) fail('delivery.not-today')
  if (!AGAIN.includes(state)) fail('delivery.not-failed', { state })
}

/**
 * Sends a failed or held message of today again (B7). Whether it still is to be sent, and by which way, the engine judges anew; nobody is told
 * twice, because no other message of that day has told him and none can be planned at the same moment.
 */
export const resend = changes(resendDelivery, {
  prepare: async ({ deliveryId }, caller, { store }) => {
    const delivery = await store.get('deliveries', deliveryId)
    return delivery === null || delivery.institutionId !== caller.institutionId ? null : lookAround(store, delivery)
  },
  async run(asked, caller, { tx, now, today, chance, prepared: seen }) {
    const delivery = await ownDelivery(tx, asked, caller)
    mustBeOpen(delivery, today)
    if (seen === null) return fail('not-found')
    if (seen.toldOtherwise) return fail('delivery.told-otherwise')
    if (!(await takeTurn(tx, caller.institutionId, { seen, now, token: chance.newId() }))) return fail('busy')
    await queueAgain(tx, delivery, now)
    const { state, reason } = delivery
    return { output: {}, audit: [{ subject: delivery._id, before: { state, reason }, after: { state: 'queued', reason: '' } }] }
  },
})
