import type { AttachmentPart, AuditDoc, CertificateCycleDoc, CertificateDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { ofInstitution } from './of-institution'

export type { AuditDoc, CertificateCycleDoc } from '../documents'

/** Renewals of one certificate in a working life, many times over. */
const MOST_CYCLES = 200
/** Of one page of devices. */
const MOST_OF_MANY = 5000

/** Former cycles of one certificate (B13). */
export const cyclesOf = (store: DocumentStore, institutionId: string, certificateId: string): Promise<CertificateCycleDoc[]> =>
  store.find('certificate_cycles', { ...ofInstitution(institutionId), certificateId }, { sort: [['cycle', -1]], limit: MOST_CYCLES })

/** Former cycles of several certificates, for a day that has passed. */
export const cyclesOfMany = async (store: DocumentStore, institutionId: string, certificateIds: readonly string[]): Promise<CertificateCycleDoc[]> =>
  (certificateIds.length === 0 ? [] : store.find('certificate_cycles', { ...ofInstitution(institutionId), certificateId: { in: certificateIds } }, { limit: MOST_OF_MANY }))

/** Saves of one certificate that took scans from it, many times over. */
const MOST_FORMER_SCANS = 500

/** Keeps what `after` names no more of the scans of `before` (S32). Answers how many documents it wrote. */
export async function keepFormerScans(tx: Transaction, before: CertificateDoc | null, after: CertificateDoc): Promise<number> {
  const left = new Set(after.attachments.map(({ id }) => id))
  const attachments = before?.attachments.filter(({ id }) => !left.has(id)) ?? []
  if (attachments.length === 0) return 0
  await tx.set('former_scans', { _id: `${after._id}:${after.version}`, schema: 1, institutionId: after.institutionId, certificateId: after._id, attachments })
  return 1
}

/** Scans among these ids that were taken from the certificate. */
export async function formerScans(store: DocumentStore, { institutionId, certificateId }: { institutionId: string; certificateId: string }, ids: readonly string[]): Promise<AttachmentPart[]> {
  if (ids.length === 0) return []
  const docs = await store.find('former_scans', { ...ofInstitution(institutionId), certificateId }, { limit: MOST_FORMER_SCANS })
  return docs.flatMap(({ attachments }) => attachments).filter(({ id }) => ids.includes(id))
}

/** Looking changes nothing: it stands in the audit alone. */
const LOOKED = 'certificate.get'

/** What was done to one thing, newest first. */
export async function auditPage(store: DocumentStore, about: { institutionId: string; subject: string }, slice: { skip: number; limit: number }): Promise<{ docs: AuditDoc[]; total: number }> {
  const where = { ...ofInstitution(about.institutionId), subject: about.subject, operation: { not: LOOKED } }
  const [docs, total] = await Promise.all([store.find('audit', where, { sort: [['at', -1]], ...slice }), store.count('audit', where)])
  return { docs, total }
}
