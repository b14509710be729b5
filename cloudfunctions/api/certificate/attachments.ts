import { fail } from '../../../domain/kernel/failure'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore, Transaction } from '../../../cloud/ports'
import type { AttachmentPart, CertificateDoc } from '../../../cloud/repositories/certificates'
import { confirmedUploads, partOf } from '../../../cloud/repositories/uploads'

export interface Chosen {
  /** In the order of the form. */
  parts: AttachmentPart[]
  /** Staged files among them: no longer staged once the certificate is written. */
  uploadIds: string[]
}

interface Wanted { ids: readonly string[]; caller: SignedIn; before: Pick<CertificateDoc, 'attachments'> | null }

/**
 * What the form's ids stand for: files that are on the certificate already, or the caller's own staged and confirmed ones. A file of somebody
 * else does not exist. Failure: `attachment.not-staged` {ids}.
 */
export async function chooseAttachments({ store, tx }: { store: DocumentStore; tx: Transaction }, { ids, caller, before }: Wanted): Promise<Chosen> {
  const kept = new Map((before?.attachments ?? []).map((part) => [part.id, part]))
  const fresh = ids.filter((id) => !kept.has(id))
  const staged = new Map((await confirmedUploads(store, caller, fresh)).map((upload) => [upload._id, partOf(upload)]))
  const missing = fresh.filter((id) => !staged.has(id))
  if (missing.length > 0) fail('attachment.not-staged', { ids: missing })
  for (const id of fresh) if ((await tx.get('uploads', id))?.state !== 'confirmed') fail('attachment.not-staged', { ids: [id] })
  return { parts: ids.flatMap((id) => kept.get(id) ?? staged.get(id) ?? []), uploadIds: fresh }
}
