import type { handleCertificate } from '../../../contract/certificate'
import type { InputOf } from '../../../contract/operation'
import { fail } from '../../../domain/kernel/failure'
import { tidy } from '../../../domain/kernel/text'
import type { Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import type { DeviceDoc } from '../../../cloud/repositories/devices'
import { rulesForType } from '../../../cloud/repositories/rules'
import { chooseAttachments } from './attachments'
import { planned } from './reminder'
import { tokensOf } from './write'

type Asked = InputOf<typeof handleCertificate>

/** Keeps the cycle that ends, with its dates and scans (B13). */
export async function closeCycle(before: CertificateDoc, { tx, closedBy, now }: { tx: Transaction; closedBy: string; now: Date }): Promise<void> {
  const { cycle, number, issuedOn, validFrom, expiresOn, longTerm, attachments } = before
  await tx.set('certificate_cycles', {
    _id: `${before._id}:${cycle}`, schema: 1, institutionId: before.institutionId, certificateId: before._id,
    cycle, number, issuedOn, validFrom, expiresOn, longTerm, attachments, closedAt: now, closedBy,
  })
}

/** The certificate in its next cycle: open, untold, with the new card's dates and scans. An empty 证件号 means that it stayed the same. */
export async function renewed(before: CertificateDoc, { renewal }: Asked, { caller, work }: { caller: SignedIn; work: Work<DeviceDoc[]> }): Promise<{ doc: CertificateDoc; uploadIds: string[] }> {
  if (!renewal) return fail('handling.renewal-missing')
  const { parts, uploadIds } = await chooseAttachments(work, { ids: [...new Set(renewal.attachmentIds)], caller, before: null })
  const number = tidy(renewal.number) || before.number
  const dates = { issuedOn: renewal.issuedOn, validFrom: renewal.issuedOn, expiresOn: renewal.longTerm ? null : renewal.expiresOn, longTerm: renewal.longTerm }
  const tokens = await tokensOf({ number, holderName: before.holderName }, work.prepared)
  const doc = {
    ...before, ...dates, number, tokens, attachments: parts, handling: null, cycle: before.cycle + 1, version: before.version + 1,
    updatedBy: caller.accountId, updatedByName: caller.name, updatedAt: work.now,
  }
  const rules = await rulesForType(work.tx, doc.institutionId, doc.typeId)
  return { doc: planned(doc, before, { now: work.now, rules }), uploadIds }
}
