import type { handleCertificate } from '../../../contract/certificate'
import type { InputOf } from '../../../contract/operation'
import { tidy } from '../../../domain/kernel/text'
import type { Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import type { AttachmentPart, CertificateDoc } from '../../../cloud/repositories/certificates'
import type { DeviceDoc } from '../../../cloud/repositories/devices'
import { rulesForType } from '../../../cloud/repositories/rules'
import { planned } from './reminder'
import { tokensOf, writeCertificate } from './write'

type Asked = InputOf<typeof handleCertificate>

/** Keeps the cycle that ends, with its dates and scans (B13). */
async function closeCycle(before: CertificateDoc, { tx, closedBy, now }: { tx: Transaction; closedBy: string; now: Date }): Promise<void> {
  const { typeId, cycle, number, issuedOn, validFrom, expiresOn, longTerm, attachments } = before
  await tx.set('certificate_cycles', {
    _id: `${before._id}:${cycle}`, schema: 1, institutionId: before.institutionId, certificateId: before._id,
    typeId, cycle, number, issuedOn, validFrom, expiresOn, longTerm, attachments, closedAt: now, closedBy,
  })
}

interface NewCard { renewal: NonNullable<Asked['renewal']>; parts: AttachmentPart[]; uploadIds: readonly string[] }
interface Scene { caller: SignedIn; work: Pick<Work<unknown>, 'tx' | 'now'>; devices: readonly DeviceDoc[] }

/** The certificate in its next cycle: open, untold, with the new card's dates and scans; nothing of it waits any more. An empty 证件号 means that it stayed the same. */
async function nextCycle(before: CertificateDoc, { renewal, parts }: NewCard, { caller, work, devices }: Scene): Promise<CertificateDoc> {
  const number = tidy(renewal.number) || before.number
  const dates = { issuedOn: renewal.issuedOn, validFrom: renewal.issuedOn, expiresOn: renewal.longTerm ? null : renewal.expiresOn, longTerm: renewal.longTerm }
  const tokens = await tokensOf({ number, holderName: before.holderName }, devices)
  const doc = {
    ...before, ...dates, number, tokens, attachments: parts, handling: null, submissionId: null, cycle: before.cycle + 1, version: before.version + 1,
    updatedBy: caller.accountId, updatedByName: caller.name, updatedAt: work.now,
  }
  const rules = await rulesForType(work.tx, doc.institutionId, doc.typeId)
  return planned(doc, before, { now: work.now, rules })
}

/** 已换证: the old cycle is kept as it was, the next one begins open (B13). `others`: documents that the caller writes beside. */
export async function renew(before: CertificateDoc, card: NewCard & { others: number }, scene: Scene): Promise<CertificateDoc> {
  const { caller, work, devices } = scene
  const doc = await nextCycle(before, card, scene)
  await closeCycle(before, { tx: work.tx, closedBy: caller.name, now: work.now })
  await writeCertificate(work.tx, { doc, devices, droppedIds: [], uploadIds: card.uploadIds, others: 1 + card.others })
  return doc
}
