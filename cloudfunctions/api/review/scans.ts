import { packScans } from '../../../contract/review'
import { fail } from '../../../domain/kernel/failure'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import { certificatesByIds, type AttachmentPart } from '../../../cloud/repositories/certificates'
import { cyclesByCertificate } from '../../../cloud/repositories/certificates-review'
import { hiddenAmong } from '../../../cloud/repositories/media-checks'
import { certificateSubject } from '../certificate/subject'

interface Wanted { certificateId: string; attachmentId: string }

/** Scans of whatever cycle, in the order asked for; a certificate that the caller may not see does not exist. Failure: `not-found`. */
export async function partsOf(store: DocumentStore, wanted: readonly Wanted[], caller: SignedIn): Promise<AttachmentPart[]> {
  const ids = [...new Set(wanted.map(({ certificateId }) => certificateId))]
  const [docs, cycles] = await Promise.all([certificatesByIds(store, caller.institutionId, ids), cyclesByCertificate(store, caller.institutionId, ids)])
  const byId = new Map(docs.map((doc) => [doc._id, doc]))
  return wanted.map(({ certificateId, attachmentId }) => {
    const doc = mustSee(byId.get(certificateId) ?? null, certificateSubject, { caller, action: 'attachment.read' })
    const parts = [doc, ...cycles.get(certificateId) ?? []].flatMap(({ attachments }) => attachments)
    return parts.find(({ id }) => id === attachmentId) ?? fail('not-found')
  })
}

/** Fresh links to scans of a pack (B17); '' for a picture that did not pass WeChat's content check. */
export const scans = reads(packScans, async ({ scans: wanted }, caller, { store, files }) => {
  const parts = await partsOf(store, wanted, caller)
  const hidden = await hiddenAmong(store, caller.institutionId, parts)
  const links = await files.links(parts.filter(({ id }) => !hidden.has(id)).map(({ fileId }) => fileId))
  return { urls: parts.map(({ fileId }) => links.get(fileId) ?? '') }
})
