import { getCertificate } from '../../../contract/certificate'
import type { OutputOf } from '../../../contract/operation'
import { may, type Action } from '../../../domain/account/permissions'
import { resolveRecipients } from '../../../domain/reminder/recipients'
import { mustSee } from '../../../cloud/gate/permission'
import { reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { accountsByIds } from '../../../cloud/repositories/accounts'
import { firstRows, type CertificateDoc } from '../../../cloud/repositories/certificates'
import { reachOfAccounts } from '../../../cloud/repositories/reach'
import { NO_REACH } from '../account/self'
import { noteSeen } from '../audit/seen'
import { attachmentViews } from '../attachment/view'
import { deviceRef, handlingView } from './entry'
import { formOf } from './form'
import { certificateSubject } from './subject'
import { waitingOf } from './waiting'

type View = OutputOf<typeof getCertificate>['certificate']

/** Who is told, and how each can be reached (B5). Somebody who left the platform is named as long as the certificate names him. */
async function recipientsOf(certificate: CertificateDoc, scene: Scene): Promise<View['recipients']> {
  const resolved = resolveRecipients(certificate)
  const accounts = await accountsByIds(scene.store, certificate.institutionId, resolved.map(({ accountId }) => accountId))
  const reach = await reachOfAccounts(scene, certificate.institutionId, accounts)
  const nameOf = new Map(accounts.map(({ _id, name }) => [_id, name]))
  return resolved.map(({ accountId, because }) => ({ id: accountId, name: nameOf.get(accountId) ?? '', because, reach: reach.get(accountId) ?? NO_REACH }))
}

const rightsOf = (certificate: CertificateDoc, caller: SignedIn): Pick<View, 'mayWrite' | 'mayHandle' | 'mayNote'> => {
  const allowed = (action: Action): boolean => may(caller, action, certificateSubject(certificate)).allowed
  return { mayWrite: allowed('certificate.write'), mayHandle: allowed('certificate.handle'), mayNote: allowed('certificate.handle-note') }
}

/** Everything that the detail and the form need. */
export const get = reads(getCertificate, async ({ id }, caller, scene) => {
  const certificate = mustSee(await scene.store.get('certificates', id), certificateSubject, { caller, action: 'certificate.read' })
  const [rows, attachments, recipients, waiting] = await Promise.all([
    firstRows(scene.store, [certificate], certificate.deviceIds.length),
    attachmentViews(scene, certificate.institutionId, certificate.attachments),
    recipientsOf(certificate, scene),
    waitingOf(scene.store, [certificate]),
    noteSeen({ operation: 'certificate.get', subject: id, what: 'papers' }, caller, scene),
  ])
  const { reminder } = certificate
  return {
    certificate: {
      id, version: certificate.version, cycle: certificate.cycle, form: formOf(certificate),
      devices: (rows.get(id) ?? []).map(deviceRef), attachments, recipients,
      handling: handlingView(certificate.handling), nextSendAt: reminder.nextAt?.toISOString() ?? null, holdReason: reminder.holdReason, toldOn: reminder.toldOn,
      createdBy: certificate.createdByName, createdAt: certificate.createdAt.toISOString(),
      updatedBy: certificate.updatedByName, updatedAt: certificate.updatedAt.toISOString(),
      ...rightsOf(certificate, caller),
      ...(waiting.has(id) && { waiting: waiting.get(id) }),
    },
    today: scene.today,
  }
})
