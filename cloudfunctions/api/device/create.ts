import { createDevice } from '../../../contract/device'
import type { InputOf } from '../../../contract/operation'
import { checkDevice } from '../../../domain/device/device'
import { uniqueCode } from '../../../domain/device/unique-code'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { mustDo } from '../../../cloud/gate/permission'
import { changes, type AuditNote, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { AttachmentPart } from '../../../cloud/repositories/certificates'
import { refreshCovers } from '../../../cloud/repositories/covers'
import { departmentInUse } from '../../../cloud/repositories/departments'
import { storedNumbers, takenNumbers, takeNumbers } from '../../../cloud/repositories/device-keys'
import { keepWordsOf } from '../../../cloud/repositories/dictionary'
import { deviceTokens, largestNumber, takeNumber, type DeviceDoc } from '../../../cloud/repositories/devices'
import { chooseAttachments } from '../certificate/attachments'
import { failOnTaken, tidyFields } from './fields'
import { checkReferences, codesOfTabs, papersOf, writePapers } from './first-papers'
import { recordDoc } from './record-doc'
import { deviceRow } from './row'

type Asked = InputOf<typeof createDevice>
interface Scene { caller: SignedIn; work: Work<unknown> }

/** Files of one tab, staged no longer. */
async function take(ids: readonly string[], { caller, work }: Scene): Promise<AttachmentPart[]> {
  if (ids.length === 0) return []
  const { parts, uploadIds } = await chooseAttachments(work, { ids, caller, before: null })
  for (const uploadId of uploadIds) await work.tx.remove('uploads', uploadId)
  return parts
}

/** 维保商 of the first contract (S53). */
async function writeMaintainer({ maintainer }: Asked, { _id }: DeviceDoc, { caller, work }: Scene): Promise<AuditNote[]> {
  if (!maintainer) return []
  const record = recordDoc({ deviceId: _id, form: maintainer.record, attachments: await take(maintainer.attachmentIds, { caller, work }) }, caller, work)
  await work.tx.add('device_records', record)
  return [{ subject: _id, before: null, after: maintainer.record }]
}

/** Enters a device into the archive (S44) with what its tabs hold (S45, S46): all in one transaction, its 唯一码 too (S16). */
export const create = changes(createDevice, {
  async prepare(asked, caller, scene) {
    const fields = tidyFields(asked.fields)
    const asking = { caller, scene, deviceId: scene.chance.newId() }
    const codes = { ...checkDevice(fields), ...await codesOfTabs(asked, asking) }
    if (codes.departmentId !== undefined) failOnFields('invalid-input', codes)
    const department = await departmentInUse(scene.store, fields.departmentId, caller.institutionId)
    if (!department) return fail('invalid-input', { fields: { departmentId: 'device.department-missing' } })
    failOnFields('invalid-input', codes)
    mustDo({ institutionId: caller.institutionId, departmentIds: [department._id] }, { caller, action: 'device.write' })
    await checkReferences(asked, asking)
    const own = { _id: asking.deviceId, institutionId: caller.institutionId }
    return { fields, own, stored: await storedNumbers(scene.store, own, fields), departmentName: department.name, floor: await largestNumber(scene.store, caller.institutionId) }
  },
  async run(asked, caller, work) {
    const { tx, now, prepared: { fields, own, stored, departmentName, floor } } = work
    failOnTaken([...stored, ...await takenNumbers(work, own, fields)])
    await takeNumbers(work, own, fields)
    const attachments = await take(asked.attachmentIds ?? [], { caller, work })
    // Everybody who enters a device wants this one document: the later it is read, the fewer are overtaken.
    const code = uniqueCode(await takeNumber(tx, caller.institutionId, floor)) ?? fail('device.numbers-used-up')
    const device: DeviceDoc = {
      ...own, schema: 1, code, fields, departmentId: fields.departmentId, departmentName, status: 'in-service',
      maintainer: asked.maintainer?.record.title.trim() ?? '', tokens: await deviceTokens({ code, fields }), ...(attachments.length > 0 && { attachments }),
      version: 1, createdBy: caller.accountId, createdAt: now, updatedBy: caller.accountId, updatedAt: now,
    }
    await tx.add('devices', device)
    const written = await writeMaintainer(asked, device, { caller, work })
    const papers = await writePapers(papersOf(asked, device._id), device, { caller, work })
    return {
      output: { device: deviceRow(device, 0) },
      audit: [{ subject: device._id, before: null, after: { code, ...fields } }, ...written, ...papers],
      afterwards: async () => {
        if (papers.length > 0) await refreshCovers(work.store, [device], work.today)
        await keepWordsOf(work, caller, [device])
      },
    }
  },
})
