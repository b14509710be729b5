import type { CertificateForm } from '../../../domain/certificate/certificate'
import { fail } from '../../../domain/kernel/failure'
import { firstPlan } from '../../../domain/reminder/first-import'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import type { Arrival, SignedIn } from '../../../cloud/gate/visitor'
import { deliveriesAbout } from '../../../cloud/repositories/certificate-deliveries'
import { rowIdsOf, type CertificateDoc } from '../../../cloud/repositories/certificates'
import { refreshCoversOf } from '../../../cloud/repositories/covers'
import { rulesForType } from '../../../cloud/repositories/rules'
import { formOf } from '../certificate/form'
import { save } from '../certificate/save'
import { certificateSubject } from '../certificate/subject'
import { jobKind, type RowWork } from './kind'

interface Data { form: CertificateForm }
interface Prepared { input: unknown; prepared: unknown }

const arrivalOf = (caller: SignedIn): Arrival => ({ visitor: caller.visitor, caller, off: false })

/** A certificate that came in with many others begins its plan quietly (B33). */
async function quietened(id: string, { tx, now, job }: RowWork<unknown>): Promise<void> {
  const doc = await tx.get('certificates', id)
  if (!doc || doc.devicesRetired) return
  const rules = await rulesForType(tx, doc.institutionId, doc.typeId)
  const { toldOn, next } = firstPlan({ ...doc, rules }, { now, begun: job.createdAt })
  const holdReason = next.at === null ? next.reason : doc.reminder.holdReason
  await tx.set('certificates', { ...doc, reminder: { nextAt: next.at, toldOn, holdReason } })
}

/** Nothing has come of it yet: nobody edited, renewed or handled it, and nobody was told of it. */
async function unused(id: string, { tx, store, caller }: RowWork<null>): Promise<CertificateDoc> {
  const doc = mustSee(await tx.get('certificates', id), certificateSubject, { caller, action: 'certificate.read' })
  mustDo(certificateSubject(doc), { caller, action: 'certificate.write' })
  const { total } = await deliveriesAbout(store, { institutionId: doc.institutionId, certificateId: id }, { skip: 0, limit: 1 })
  if (doc.version !== 1 || doc.cycle !== 1 || doc.handling !== null) fail('job.changed-since')
  return total > 0 ? fail('import.told-since') : doc
}

/** Its files are staged ones again, so that the sweep takes them away a day after they came. */
async function returnFiles({ attachments, institutionId, createdBy, createdAt }: CertificateDoc, { tx }: RowWork<null>): Promise<void> {
  for (const { id, ...file } of attachments) {
    await tx.set('uploads', { _id: id, schema: 1, institutionId, accountId: createdBy, path: '', state: 'confirmed', createdAt, ...file })
  }
}

/** Certificates out of a sheet (B23): every row is a save of its own, whole or not at all, with its photos. */
export const certificateImport = jobKind<Data, Prepared>({
  may: 'certificate.write',
  async prepare({ form }, scene) {
    const input = { id: null, version: null, form }
    return { input, prepared: await save.prepare(input, arrivalOf(scene.caller), scene) }
  },
  async apply(_data, work) {
    const { input, prepared } = work.prepared
    const { output, audit, afterwards } = await save.run(input, arrivalOf(work.caller), { ...work, prepared })
    const { id } = output as { id: string }
    await quietened(id, work)
    return { subjectId: id, ...(audit && { audit }), ...(afterwards && { afterwards }) }
  },
  async undo(_data, work) {
    const doc = await unused(work.row.subjectId, work)
    await work.tx.remove('certificates', doc._id)
    for (const rowId of rowIdsOf(doc)) await work.tx.remove('certificate_devices', rowId)
    await returnFiles(doc, work)
    return {
      subjectId: doc._id, audit: [{ subject: doc._id, before: formOf(doc), after: null }],
      afterwards: () => refreshCoversOf(work.store, { institutionId: doc.institutionId, deviceIds: doc.deviceIds }, work.today),
    }
  },
})
