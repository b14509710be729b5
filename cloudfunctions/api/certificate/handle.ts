import { handleCertificate } from '../../../contract/certificate'
import type { InputOf } from '../../../contract/operation'
import { actionFor, decideHandling, type HandlingChange } from '../../../domain/certificate/handling'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { mustDo } from '../../../cloud/gate/permission'
import { changes, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { rowIdsOf, type CertificateDoc, type HandlingPart } from '../../../cloud/repositories/certificates'
import { refreshCoversOf } from '../../../cloud/repositories/covers'
import { devicesByIds, type DeviceDoc } from '../../../cloud/repositories/devices'
import { rulesForType } from '../../../cloud/repositories/rules'
import { chooseAttachments } from './attachments'
import { planned } from './reminder'
import { renew } from './renewal'
import { certificateSubject } from './subject'
import { currentVersion } from './version'

type Asked = InputOf<typeof handleCertificate>
interface Scene { caller: SignedIn; work: Work<DeviceDoc[]> }

const handlingPart = (handling: NonNullable<HandlingChange['handling']>, { caller, work }: Scene): HandlingPart =>
  ({ ...handling, byAccountId: caller.accountId, byName: caller.name, at: work.now })

/** A silence: the certificate and its rows carry it, nothing else changes. 修改人 stays who he was: handling is not editing (S39). */
async function silence(before: CertificateDoc, handling: HandlingPart, { work }: Scene): Promise<CertificateDoc> {
  const rules = await rulesForType(work.tx, before.institutionId, before.typeId)
  const doc = planned({ ...before, handling, version: before.version + 1 }, before, { now: work.now, rules })
  await work.tx.set('certificates', doc)
  for (const id of rowIdsOf(doc)) await work.tx.change('certificate_devices', id, { set: { handling } })
  return doc
}

/** 已换证, with the card that the caller uploaded. */
async function renewByHand(before: CertificateDoc, { renewal }: Asked, { caller, work }: Scene): Promise<CertificateDoc> {
  if (!renewal) return fail('handling.renewal-missing')
  const { parts, uploadIds } = await chooseAttachments(work, { ids: [...new Set(renewal.attachmentIds)], caller, before: null })
  return renew(before, { renewal, parts, uploadIds, others: 0 }, { caller, work, devices: work.prepared })
}

/** Dates that contradict each other are told at their fields before anything is decided. */
function checkRenewal({ kind, renewal }: Asked): void {
  const wrong = kind === 'renewed' && renewal?.issuedOn && renewal.expiresOn && !renewal.longTerm && renewal.expiresOn < renewal.issuedOn
  if (wrong) failOnFields('invalid-input', { expiresOn: 'certificate.expires-before-issue' })
}

/** Handles the warning (S35, B1, B30): every channel is silent for everybody, who did it and why stays on record. */
export const handle = changes(handleCertificate, {
  async prepare(asked, caller, { store }): Promise<DeviceDoc[]> {
    checkRenewal(asked)
    const certificate = asked.kind === 'renewed' ? await store.get('certificates', asked.id) : null
    if (certificate?.institutionId !== caller.institutionId) return []
    const byId = new Map((await devicesByIds(store, caller.institutionId, certificate.deviceIds)).map((device) => [device._id, device]))
    return certificate.deviceIds.flatMap((id) => byId.get(id) ?? [])
  },
  async run(asked, caller, work) {
    const before = await currentVersion(work.tx, asked, caller)
    mustDo(certificateSubject(before), { caller, action: actionFor(asked.kind) })
    const decision = decideHandling(before, asked, { caller, today: work.today })
    if (!decision.ok) return fail(decision.code, decision.detail)
    const scene = { caller, work }
    const { handling } = decision.change
    const doc = handling ? await silence(before, handlingPart(handling, scene), scene) : await renewByHand(before, asked, scene)
    return {
      output: { version: doc.version, nextSendAt: doc.reminder.nextAt?.toISOString() ?? null },
      audit: [{ subject: doc._id, before: stateOf(before), after: { ...stateOf(doc), kind: asked.kind } }],
      afterwards: () => refreshCoversOf(work.store, doc, work.today),
    }
  },
})

const stateOf = ({ handling, cycle, expiresOn, longTerm, number, leadDays }: CertificateDoc) => ({ handling, cycle, expiresOn, longTerm, number, leadDays })
