import type { DocumentStore } from '../../../cloud/ports'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { submissionsByIds } from '../../../cloud/repositories/submissions'

export interface Waiting { id: string; by: string; at: string }

/** What waits for a review of these certificates (B16), by certificate id; nothing is asked where nothing waits. */
export async function waitingOf(store: DocumentStore, certificates: readonly CertificateDoc[]): Promise<ReadonlyMap<string, Waiting>> {
  const [first] = certificates
  const ids = certificates.flatMap(({ submissionId }) => submissionId ?? [])
  if (!first || ids.length === 0) return new Map()
  const found = await submissionsByIds(store, first.institutionId, ids)
  const open = found.filter(({ state }) => state === 'waiting')
  return new Map(open.map(({ _id, certificateId, byName, at }) => [certificateId, { id: _id, by: byName, at: at.toISOString() }]))
}
