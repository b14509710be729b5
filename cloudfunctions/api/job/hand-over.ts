import { CERTIFICATE_LIMITS } from '../../../domain/certificate/certificate'
import { handedOver } from '../../../domain/job/hand-over'
import { fail } from '../../../domain/kernel/failure'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import type { Transaction } from '../../../cloud/ports'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { rulesForType } from '../../../cloud/repositories/rules'
import { planned } from '../certificate/reminder'
import { certificateSubject } from '../certificate/subject'
import { jobKind, type RowWork } from './kind'

/** What the rows of a hand-over share: account ids. */
export interface HandOver { from: string; to: string }
interface Data { certificateId: string }
type Told = Pick<CertificateDoc, 'relatedRoles' | 'recipientIds'>
interface Before extends Told { version: number }

const toldOf = ({ relatedRoles, recipientIds }: Told): Told => ({ relatedRoles, recipientIds })

async function certificateOf({ certificateId }: Data, { tx, caller }: RowWork<null>): Promise<CertificateDoc> {
  const doc = mustSee(await tx.get('certificates', certificateId), certificateSubject, { caller, action: 'certificate.read' })
  mustDo(certificateSubject(doc), { caller, action: 'certificate.write' })
  return doc
}

/** The successor may have been switched off since the job was made. */
async function checkSuccessor(tx: Transaction, { to }: HandOver, institutionId: string): Promise<void> {
  const account = await tx.get('accounts', to)
  if (account?.institutionId !== institutionId) fail('account.not-found', { ids: [to] })
  if (!account?.active) fail('account.off')
}

/** 修改人 stays who he was: he is told because he edits, and handing over is not editing (S39). */
async function write(before: CertificateDoc, told: Told, { tx, now }: RowWork<null>): Promise<void> {
  const rules = await rulesForType(tx, before.institutionId, before.typeId)
  await tx.set('certificates', planned({ ...before, ...told, version: before.version + 1 }, before, { now, rules }))
}

/** Whatever told a leaver tells his successor (B20), certificate by certificate. */
export const handOver = jobKind<Data>({
  may: 'account.write',
  async apply(data, work) {
    const doc = await certificateOf(data, work)
    const handing = work.job.params as HandOver
    await checkSuccessor(work.tx, handing, doc.institutionId)
    const told = handedOver(doc, handing)
    if (!told) return { subjectId: doc._id }
    if (told.recipientIds.length > CERTIFICATE_LIMITS.recipients) fail('certificate.too-many-recipients')
    await write(doc, told, work)
    return { subjectId: doc._id, before: { ...toldOf(doc), version: doc.version }, audit: [{ subject: doc._id, before: toldOf(doc), after: told }] }
  },
  async undo(data, work) {
    const doc = await certificateOf(data, work)
    const before = work.row.before as Before | null
    if (!before) return { subjectId: doc._id }
    // Somebody has worked on it since: what he wrote is not thrown away.
    if (doc.version !== before.version + 1) fail('job.changed-since')
    await write(doc, toldOf(before), work)
    return { subjectId: doc._id, audit: [{ subject: doc._id, before: toldOf(doc), after: toldOf(before) }] }
  },
})
