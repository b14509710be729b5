import { transferDevice } from '../../../contract/device'
import { fail } from '../../../domain/kernel/failure'
import { tidy } from '../../../domain/kernel/text'
import { mustDo } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { departmentInUse } from '../../../cloud/repositories/departments'
import { writableDevice, writeDevice } from './change'

/** 转科 (S54): the device belongs to its new department at once; where it came from stays on record. */
export const transfer = changes(transferDevice, {
  async run(input, caller, work) {
    const { tx, chance, now } = work
    const before = await writableDevice(work, input, caller)
    const { departmentId } = input
    if (departmentId === before.departmentId) return fail('device.same-department')
    const department = await departmentInUse(tx, departmentId, caller.institutionId)
    if (!department) return fail('invalid-input', { fields: { departmentId: 'device.department-missing' } })
    mustDo({ institutionId: caller.institutionId, departmentIds: [departmentId] }, { caller, action: 'device.write' })
    await tx.add('device_records', {
      _id: chance.newId(), schema: 1, institutionId: caller.institutionId, deviceId: before._id, kind: 'transfer', on: input.on, until: null,
      title: department.name, person: before.departmentName, phone: '', note: tidy(input.note), attachments: [], byAccountId: caller.accountId, byName: caller.name, at: now,
    })
    const part = { departmentId, departmentName: department.name, fields: { ...before.fields, departmentId } }
    return writeDevice(work, caller, { before, part, audit: { before: { departmentId: before.departmentId }, after: { departmentId, on: input.on } } })
  },
})
