import { addDeviceRecord } from '../../../contract/device'
import { checkRecord } from '../../../domain/device/record'
import { failOnFields } from '../../../domain/kernel/failure'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { keepWords } from '../../../cloud/repositories/dictionary'
import { deviceRecordPage } from '../../../cloud/repositories/device-records'
import { chooseAttachments } from '../certificate/attachments'
import { recordDoc } from './record-doc'
import { deviceSubject } from './subject'

/** Writes down a 维保商 or a service (S48); the company whose contract began last stands in the lists (S53). */
export const addRecord = changes(addDeviceRecord, {
  async prepare({ deviceId }, { institutionId }, { store }) {
    const { docs } = await deviceRecordPage(store, { institutionId, deviceId, kind: 'maintainer' }, { skip: 0, limit: 1 })
    return docs[0]?.on ?? ''
  },
  async run({ deviceId, record: form, attachmentIds }, caller, work) {
    const { tx, prepared: latest } = work
    const device = mustSee(await tx.get('devices', deviceId), deviceSubject, { caller, action: 'device.read' })
    mustDo(deviceSubject(device), { caller, action: 'device.write' })
    failOnFields('invalid-input', checkRecord(form))
    const { parts, uploadIds } = await chooseAttachments(work, { ids: attachmentIds, caller, before: null })
    for (const uploadId of uploadIds) await tx.remove('uploads', uploadId)
    const record = recordDoc({ deviceId, form, attachments: parts }, caller, work)
    await tx.add('device_records', record)
    if (form.kind === 'maintainer' && form.on >= latest) await tx.change('devices', deviceId, { set: { maintainer: record.title } })
    return { output: { id: record._id }, audit: [{ subject: deviceId, before: null, after: form }], ...(form.kind === 'maintainer' && { afterwards: async () => { await keepWords(work, { institutionId: caller.institutionId, kind: 'maintainer' }, [record.title]) } }) }
  },
})
