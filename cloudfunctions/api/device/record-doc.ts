import type { RecordForm } from '../../../domain/device/record'
import { tidy } from '../../../domain/kernel/text'
import type { Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { AttachmentPart } from '../../../cloud/repositories/certificates'
import type { DeviceRecordDoc } from '../../../cloud/repositories/device-records'

interface Made { deviceId: string; form: RecordForm; attachments: AttachmentPart[] }

/** A record as it is stored, written by this caller now. */
export const recordDoc = ({ deviceId, form, attachments }: Made, { accountId, institutionId, name }: SignedIn, { chance, now }: Pick<Work<unknown>, 'chance' | 'now'>): DeviceRecordDoc => ({
  _id: chance.newId(), schema: 1, institutionId, deviceId, kind: form.kind, on: form.on, until: form.until,
  title: tidy(form.title), person: tidy(form.person), phone: tidy(form.phone), note: form.note.trim(), attachments, byAccountId: accountId, byName: name, at: now,
})
