import { updateDevice } from '../../../contract/device'
import { checkDevice } from '../../../domain/device/device'
import { failOnFields } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { deviceTokens } from '../../../cloud/repositories/devices'
import { chooseAttachments } from '../certificate/attachments'
import { tidyFields } from './fields'
import { writableDevice, writeDevice } from './change'

/** 修改 of a device (S44). Its department changes by a transfer, so that it stays on record (S54). */
export const update = changes(updateDevice, {
  async run(input, caller, work) {
    const before = await writableDevice(work, input, caller)
    const fields = tidyFields(input.fields)
    failOnFields('invalid-input', { ...checkDevice(fields), ...(fields.departmentId !== before.departmentId && { departmentId: 'device.by-transfer' }) })
    const { parts, uploadIds } = await chooseAttachments(work, { ids: input.attachmentIds, caller, before: { attachments: before.attachments ?? [] } })
    for (const uploadId of uploadIds) await work.tx.remove('uploads', uploadId)
    const { holdersWanted } = input
    const part = { fields, holdersWanted, attachments: parts, tokens: await deviceTokens({ code: before.code, fields }) }
    return writeDevice(work, caller, { before, part, audit: { before: { ...before.fields, holdersWanted: before.holdersWanted ?? 1 }, after: { ...fields, holdersWanted } } })
  },
})
