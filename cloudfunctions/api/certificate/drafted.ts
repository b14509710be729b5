import type { CertificateForm } from '../../../domain/certificate/certificate'
import { isRetired } from '../../../domain/device/device'
import type { ReminderRules } from '../../../domain/reminder/rules'
import type { Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { AttachmentPart, CertificateDoc, HandlingPart } from '../../../cloud/repositories/certificates'
import type { DeviceDoc } from '../../../cloud/repositories/devices'
import { formFields } from './form'
import { planned } from './reminder'

/** A form with what it names. */
export interface Filled {
  form: CertificateForm
  devices: DeviceDoc[]
  /** Whose it is when it names no device: 科室 of who enters it. */
  ownDepartmentId: string | null
  /** Of something that was handed in (B16): its files are no staged ones of the caller's, and whose it is was said. */
  handedIn?: { attachments: AttachmentPart[]; personId: string | null }
}
interface Parts { before: CertificateDoc | null; attachments: AttachmentPart[]; tokens: string[]; rules: ReminderRules }

/** A handling answered the warning of the old dates: other dates warn anew. 注销 stays. */
function handlingAfter(before: CertificateDoc | null, { expiresOn, longTerm }: CertificateForm): HandlingPart | null {
  const handling = before?.handling ?? null
  if (!before || handling?.kind === 'revoked') return handling
  return before.expiresOn === expiresOn && before.longTerm === longTerm ? handling : null
}

const departmentsOf = (devices: readonly DeviceDoc[], otherwise: string[]): string[] =>
  (devices.length === 0 ? otherwise : [...new Set(devices.map(({ departmentId }) => departmentId))])

/** The document that the form makes of the one before. */
export function drafted({ form, devices, ownDepartmentId, handedIn }: Filled, { before, attachments, tokens, rules }: Parts, { caller, work }: { caller: SignedIn; work: Work<unknown> }): CertificateDoc {
  const { now, chance } = work
  const made = before ?? {
    _id: chance.newId(), schema: 1 as const, institutionId: caller.institutionId, cycle: 1, personId: handedIn?.personId ?? null, version: 0,
    createdBy: caller.accountId, createdByName: caller.name, createdAt: now,
  }
  const doc = {
    ...made, ...formFields(form), attachments, tokens,
    departmentIds: departmentsOf(devices, before?.departmentIds ?? (ownDepartmentId === null ? [] : [ownDepartmentId])),
    devicesRetired: devices.length > 0 && devices.every(({ status }) => isRetired(status)),
    handling: handlingAfter(before, form),
    version: made.version + 1, updatedBy: caller.accountId, updatedByName: caller.name, updatedAt: now,
  }
  return planned(doc, before, { now, rules })
}
