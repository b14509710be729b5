import { updateDevice } from '../../../contract/device'
import { checkDevice, type DeviceFields } from '../../../domain/device/device'
import { failOnFields } from '../../../domain/kernel/failure'
import { changes, type Work } from '../../../cloud/gate/verb'
import { leaveNumbers, storedNumbers, takenNumbers, takeNumbers } from '../../../cloud/repositories/device-keys'
import { deviceTokens, holdersWantedOf, type DeviceDoc } from '../../../cloud/repositories/devices'
import { chooseAttachments } from '../certificate/attachments'
import { failOnTaken, tidyFields } from './fields'
import { writableDevice, writeDevice } from './change'

/** What was stored twice before may be saved as it is; a number that is new is nobody else's. */
async function renumber({ tx, store, secrets }: Work<unknown>, before: DeviceDoc, fields: DeviceFields): Promise<void> {
  const fresh = { ...fields, assetNumber: fields.assetNumber === before.fields.assetNumber ? '' : fields.assetNumber }
  failOnTaken([...await storedNumbers(store, before, fresh), ...await takenNumbers({ tx, secrets }, before, fresh)])
  await leaveNumbers({ tx, secrets }, before, fields)
  await takeNumbers({ tx, secrets }, before, fields)
}

/** 修改 of a device (S44). Its department changes by a transfer, so that it stays on record (S54). */
export const update = changes(updateDevice, {
  async run(input, caller, work) {
    const before = await writableDevice(work, input, caller)
    const fields = tidyFields(input.fields)
    failOnFields('invalid-input', { ...checkDevice(fields), ...(fields.departmentId !== before.departmentId && { departmentId: 'device.by-transfer' }) })
    await renumber(work, before, fields)
    const { parts, uploadIds } = await chooseAttachments(work, { ids: input.attachmentIds, caller, before: { attachments: before.attachments ?? [] } })
    for (const uploadId of uploadIds) await work.tx.remove('uploads', uploadId)
    const { holdersWanted } = input
    const part = { fields, holdersWanted, attachments: parts, tokens: await deviceTokens({ code: before.code, fields }) }
    return writeDevice(work, caller, { before, part, audit: { before: { ...before.fields, holdersWanted: holdersWantedOf(before) }, after: { ...fields, holdersWanted } } })
  },
})
