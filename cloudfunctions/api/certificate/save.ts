import { saveCertificate } from '../../../contract/certificate'
import { checkForm, tidyForm } from '../../../domain/certificate/form'
import { failOnFields } from '../../../domain/kernel/failure'
import { mustDo } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { refreshCoversOf } from '../../../cloud/repositories/covers'
import { rulesForType } from '../../../cloud/repositories/rules'
import { keepFormerScans } from '../../../cloud/repositories/certificates-past'
import { chooseAttachments } from './attachments'
import { drafted, type Filled } from './drafted'
import { formOf } from './form'
import { checkNumber, checkRecipients, devicesOf, typeFor } from './references'
import { certificateSubject } from './subject'
import { currentVersion } from './version'
import { tokensOf, writeCertificate } from './write'

async function writable(tx: Transaction, asked: { id: string; version: number | null }, caller: SignedIn): Promise<CertificateDoc> {
  const before = await currentVersion(tx, asked, caller)
  mustDo(certificateSubject(before), { caller, action: 'certificate.write' })
  return before
}

/** Devices that it names no more; '' when it had none, and with it the row that stood for that. */
function dropped(before: CertificateDoc | null, { deviceIds }: CertificateDoc): string[] {
  const had = before?.deviceIds ?? []
  if (before && had.length === 0 && deviceIds.length > 0) return ['']
  return had.filter((id) => !deviceIds.includes(id))
}

/** Saves a certificate, new or changed (S12, S36): with its rows, files, plan and audit in one transaction. Scans that it loses are kept (S32). */
export const save = changes(saveCertificate, {
  async prepare({ id, form: typed }, caller, { store, today }): Promise<Filled> {
    const form = tidyForm(typed)
    const before = id === null ? null : await store.get('certificates', id)
    const mine = before?.institutionId === caller.institutionId ? before : null
    const type = await typeFor(store, form.typeId, { caller, before: mine })
    failOnFields('invalid-input', checkForm(form, { today, type }))
    const [devices, self] = await Promise.all([
      devicesOf(store, form.deviceIds, { caller, before: mine }),
      store.get('accounts', caller.accountId),
      checkRecipients(store, caller.institutionId, form),
      checkNumber(store, { institutionId: caller.institutionId, number: form.number, typeId: form.typeId, before: mine }),
    ])
    return { form, devices, ownDepartmentId: self?.departmentId ?? null }
  },
  async run({ id, version }, caller, work) {
    const { tx, prepared } = work
    const before = id === null ? null : await writable(tx, { id, version }, caller)
    const { parts, uploadIds } = await chooseAttachments(work, { ids: prepared.form.attachmentIds, caller, before: before ?? prepared.handedIn ?? null })
    const tokens = await tokensOf(prepared.form, prepared.devices)
    const rules = await rulesForType(tx, caller.institutionId, prepared.form.typeId)
    const doc = drafted(prepared, { before, attachments: parts, tokens, rules }, { caller, work })
    // Who enters something does not thereby own a device of another department.
    mustDo(certificateSubject({ ...doc, createdBy: before ? before.createdBy : '' }), { caller, action: 'certificate.write' })
    await writeCertificate(tx, { doc, devices: prepared.devices, droppedIds: dropped(before, doc), uploadIds, others: await keepFormerScans(tx, before, doc) })
    return {
      output: { id: doc._id, version: doc.version, nextSendAt: doc.reminder.nextAt?.toISOString() ?? null },
      audit: [{ subject: doc._id, before: before && formOf(before), after: formOf(doc) }],
      afterwards: () => refreshCoversOf(work.store, { institutionId: doc.institutionId, deviceIds: [...doc.deviceIds, ...(before?.deviceIds ?? [])] }, work.today),
    }
  },
})
