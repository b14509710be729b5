import { fail } from '../../../domain/kernel/failure'
import { mustSee } from '../../../cloud/gate/permission'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { certificateSubject } from './subject'

/** Who touched it last: a handling is not an edit, and yet a change. */
const lastTouch = ({ handling, updatedAt, updatedByName }: CertificateDoc): { by: string; at: Date } =>
  (handling && handling.at > updatedAt ? { by: handling.byName, at: handling.at } : { by: updatedByName, at: updatedAt })

/** The very version that will be written. Failures: `not-found`, `certificate.changed-meanwhile` {by, at, version}. */
export async function currentVersion(tx: Transaction, { id, version }: { id: string; version: number | null }, caller: SignedIn): Promise<CertificateDoc> {
  const found = mustSee(await tx.get('certificates', id), certificateSubject, { caller, action: 'certificate.read' })
  if (found.version === version) return found
  const { by, at } = lastTouch(found)
  return fail('certificate.changed-meanwhile', { by, at: at.toISOString(), version: found.version })
}
