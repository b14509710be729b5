import type { AuditDoc, CertificateCycleDoc } from '../documents'
import type { DocumentStore } from '../ports'
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

/** What was done to one thing, newest first. */
export async function auditPage(store: DocumentStore, about: { institutionId: string; subject: string }, slice: { skip: number; limit: number }): Promise<{ docs: AuditDoc[]; total: number }> {
  const where = { ...ofInstitution(about.institutionId), subject: about.subject }
  const [docs, total] = await Promise.all([store.find('audit', where, { sort: [['at', -1]], ...slice }), store.count('audit', where)])
  return { docs, total }
}
