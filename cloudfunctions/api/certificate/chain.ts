import { certificateChain } from '../../../contract/certificate'
import { chainOf } from '../../../domain/certificate/chain'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import { cyclesOf } from '../../../cloud/repositories/certificates-past'
import { noteSeen } from '../audit/seen'
import { attachmentViews } from '../attachment/view'
import { certificateSubject } from './subject'

/** Former cycles with their scans, newest first, and the gap after each (B13). */
export const chain = reads(certificateChain, async ({ id }, caller, scene) => {
  const { store, files } = scene
  const certificate = mustSee(await store.get('certificates', id), certificateSubject, { caller, action: 'certificate.read' })
  const [cycles] = await Promise.all([cyclesOf(store, caller.institutionId, id), noteSeen({ operation: 'certificate.get', subject: id, what: 'papers' }, caller, scene)])
  const former = chainOf(cycles, certificate)
  const views = await attachmentViews({ store, files }, caller.institutionId, former.flatMap(({ attachments }) => attachments))
  const byId = new Map(views.map((view) => [view.id, view]))
  return {
    cycles: former.map(({ cycle, number, issuedOn, validFrom, expiresOn, longTerm, attachments, closedAt, closedBy, gapDays }) => ({
      cycle, number, issuedOn, validFrom, expiresOn, longTerm, closedBy, gapDays,
      attachments: attachments.flatMap((part) => byId.get(part.id) ?? []), closedAt: closedAt.toISOString(),
    })),
  }
})
