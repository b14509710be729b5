import { listDeviceRecords } from '../../../contract/device'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import { deviceRecordPage } from '../../../cloud/repositories/device-records'
import { attachmentViews } from '../attachment/view'
import { deviceSubject } from './subject'

/** 维保商, 历史工单 or 转科记录 of a device (S48). */
export const records = reads(listDeviceRecords, async ({ deviceId, kind, page, pageSize }, caller, { store, files }) => {
  const { institutionId } = mustSee(await store.get('devices', deviceId), deviceSubject, { caller, action: 'device.read' })
  const { docs, total } = await deviceRecordPage(store, { institutionId, deviceId, kind }, { skip: (page - 1) * pageSize, limit: pageSize })
  const rows = await Promise.all(docs.map(async ({ _id, on, until, title, person, phone, note, attachments, byName, at }) =>
    ({ id: _id, kind, on, until, title, person, phone, note, attachments: await attachmentViews({ store, files }, institutionId, attachments), by: byName, at: at.toISOString() })))
  return { rows, total, page, pageSize }
})
