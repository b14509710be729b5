import type { AttachmentPart, CertificateCycleDoc, CertificateDoc } from '../documents'
import type { DocumentStore, Transaction, Where } from '../ports'
import { endsWithTime, type RetentionCuts } from '../../domain/institution/retention'
import { droppedFile } from './dropped-file'
import { ofInstitution } from './of-institution'
import { typesOf } from './rules'

/** What went: documents of each kind, and files. */
export interface Gone { certificates: number; cycles: number; files: number }

interface Asked { cuts: Cuts; typeIds: readonly string[]; most: number }
type Cuts = Pick<RetentionCuts, 'certificateDay' | 'certificateAt'>

/** One that was renewed a hundred times is none. */
const MOST_CYCLES = 100
/** Saves of one certificate that took scans from it, many times over. */
const MOST_FORMER = 500

async function drop(tx: Transaction, institutionId: string, parts: readonly AttachmentPart[]): Promise<number> {
  for (const part of parts) await tx.set('uploads', droppedFile(institutionId, part))
  return parts.length
}

const withoutThoseOf = (parts: readonly AttachmentPart[], others: ReadonlyArray<{ attachments: readonly AttachmentPart[] }>): AttachmentPart[] => {
  const named = new Set(others.flatMap(({ attachments }) => attachments.map(({ fileId }) => fileId)))
  return parts.filter(({ fileId }) => !named.has(fileId))
}

/** One earlier turn with its scans, but those that the certificate or another turn of it carries on. */
async function removeCycle(store: DocumentStore, cycle: CertificateCycleDoc, siblings: readonly CertificateCycleDoc[]): Promise<number> {
  return store.transaction(async (tx) => {
    const certificate = await tx.get('certificates', cycle.certificateId)
    if (!(await tx.get('certificate_cycles', cycle._id))) return 0
    await tx.remove('certificate_cycles', cycle._id)
    return drop(tx, cycle.institutionId, withoutThoseOf(cycle.attachments, [...siblings, ...(certificate ? [certificate] : [])]))
  })
}

async function removeCycles(store: DocumentStore, doomed: readonly CertificateCycleDoc[]): Promise<Gone> {
  const gone: Gone = { certificates: 0, cycles: 0, files: 0 }
  for (const cycle of doomed) {
    const all = await store.find('certificate_cycles', { certificateId: cycle.certificateId }, { limit: MOST_CYCLES })
    gone.files += await removeCycle(store, cycle, all.filter(({ _id }) => _id !== cycle._id))
    gone.cycles += 1
  }
  return gone
}

function add(gone: Gone, more: Gone): void {
  gone.certificates += more.certificates
  gone.cycles += more.cycles
  gone.files += more.files
}

/** Its type's own sort of end, asked again within the transaction: one that was renewed meanwhile stays. */
const hasEnded = ({ expiresOn, longTerm, handling, submissionId }: CertificateDoc, { certificateDay, certificateAt }: Cuts): boolean => {
  if (submissionId) return false
  return longTerm ? handling?.kind === 'revoked' && handling.at < certificateAt : expiresOn !== null && expiresOn < certificateDay
}

/** Scans that a save put aside, each set with its files in a step of its own. Answers how many files went. */
async function removeFormerScans(store: DocumentStore, { _id, institutionId }: CertificateDoc): Promise<number> {
  let files = 0
  for (const former of await store.find('former_scans', { certificateId: _id }, { limit: MOST_FORMER })) {
    files += await store.transaction(async (tx) => {
      if (!(await tx.get('former_scans', former._id))) return 0
      await tx.remove('former_scans', former._id)
      return drop(tx, institutionId, former.attachments)
    })
  }
  return files
}

/** The rows of lists go first, by what they carry of its end, so that a renewal at this moment keeps its own; then the certificate with its scans in one step. */
async function removeCertificate(store: DocumentStore, certificate: CertificateDoc, cuts: Cuts): Promise<Gone> {
  const { _id, longTerm, institutionId } = certificate
  const cycles = await removeCycles(store, await store.find('certificate_cycles', { certificateId: _id }, { limit: MOST_CYCLES }))
  const former = await removeFormerScans(store, certificate)
  await store.remove('certificate_devices', { certificateId: _id, ...(longTerm ? { 'handling.kind': 'revoked' } : { expiresOn: { before: cuts.certificateDay } }) })
  const files = await store.transaction(async (tx) => {
    const now = await tx.get('certificates', _id)
    if (!now || !hasEnded(now, cuts)) return null
    await tx.remove('certificates', _id)
    if (await tx.get('originals', _id)) await tx.remove('originals', _id)
    return drop(tx, institutionId, now.attachments)
  })
  return { certificates: files === null ? 0 : 1, cycles: cycles.cycles, files: cycles.files + former + (files ?? 0) }
}

/** Two indexed questions for each type whose certificates go: those past their last day, and those without one that were revoked. */
async function ended(store: DocumentStore, institutionId: string, { cuts, typeIds, most }: Asked): Promise<CertificateDoc[]> {
  const of = ofInstitution(institutionId)
  const found: CertificateDoc[] = []
  const take = async (where: Where): Promise<void> => {
    if (found.length < most) found.push(...(await store.find('certificates', { ...of, submissionId: null, ...where }, { sort: [['expiresOn', 1]], limit: most - found.length })))
  }
  for (const typeId of typeIds) await take({ typeId, longTerm: false, expiresOn: { before: cuts.certificateDay } })
  await take({ typeId: { in: typeIds }, 'handling.kind': 'revoked', 'handling.at': { before: cuts.certificateAt }, expiresOn: null, longTerm: true })
  return found
}

/** Earlier turns of certificates that go on. One that knows no type is from before types were kept with it, and stays as long as its certificate. */
async function closed(store: DocumentStore, institutionId: string, { cuts, typeIds, most }: Asked): Promise<CertificateCycleDoc[]> {
  const found: CertificateCycleDoc[] = []
  for (const typeId of typeIds) {
    if (found.length < most) found.push(...(await store.find('certificate_cycles', { ...ofInstitution(institutionId), typeId, closedAt: { before: cuts.certificateAt } }, { sort: [['closedAt', 1]], limit: most - found.length })))
  }
  return found
}

/** Certificates that ended before the cuts, with everything that is theirs; earlier turns of those that go on, with their scans. At most `most` of each. */
export async function removeEnded(store: DocumentStore, institutionId: string, { cuts, most }: { cuts: Cuts; most: number }): Promise<{ gone: Gone; more: boolean }> {
  const typeIds = (await typesOf(store, institutionId)).filter(({ type }) => endsWithTime(type.menu)).map(({ type }) => type.id)
  const cycles = await closed(store, institutionId, { cuts, typeIds, most })
  const gone = await removeCycles(store, cycles)
  const certificates = await ended(store, institutionId, { cuts, typeIds, most })
  for (const certificate of certificates) add(gone, await removeCertificate(store, certificate, cuts))
  return { gone, more: certificates.length >= most || cycles.length >= most }
}
