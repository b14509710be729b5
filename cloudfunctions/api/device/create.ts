import { createDevice } from '../../../contract/device'
import { checkDevice } from '../../../domain/device/device'
import { uniqueCode } from '../../../domain/device/unique-code'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { mustDo } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { deviceTokens, largestNumber, takeNumber } from '../../../cloud/repositories/devices'
import { tidyFields } from './fields'
import { deviceRow } from './row'

/** Enters a device into the archive (S44); its 唯一码 is taken in the same transaction (S16). */
export const create = changes(createDevice, {
  async prepare({ fields }, caller, { store }) {
    const tidied = tidyFields(fields)
    failOnFields('invalid-input', checkDevice(tidied))
    const department = await store.get('departments', tidied.departmentId)
    if (department?.institutionId !== caller.institutionId) return fail('invalid-input', { fields: { departmentId: 'device.department-missing' } })
    mustDo({ institutionId: caller.institutionId, departmentIds: [department._id] }, { caller, action: 'device.write' })
    return { fields: tidied, departmentName: department.name, floor: await largestNumber(store, caller.institutionId) }
  },
  async run(_input, caller, { tx, chance, now, prepared }) {
    const { fields, departmentName, floor } = prepared
    const code = uniqueCode(await takeNumber(tx, caller.institutionId, floor)) ?? fail('device.numbers-used-up')
    const device = {
      _id: chance.newId(), schema: 1 as const, institutionId: caller.institutionId, code, fields,
      departmentId: fields.departmentId, departmentName, status: 'in-service' as const, maintainer: '', tokens: await deviceTokens({ code, fields }),
      version: 1, createdBy: caller.accountId, createdAt: now, updatedBy: caller.accountId, updatedAt: now,
    }
    await tx.add('devices', device)
    return { output: { device: deviceRow(device, 0) }, audit: [{ subject: device._id, before: null, after: { code, ...fields } }] }
  },
})
