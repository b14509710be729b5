import { useState } from 'react'
import { createDevice, listDepartments } from '../../../../contract/device'
import { checkDevice, emptyDeviceFields, type DeviceFields } from '../../../../domain/device/device'
import { tidy } from '../../../../domain/kernel/text'
import type { CallFailure } from '../../../platform/call-failure'
import { useCommand, useOperation } from '../../../platform/use-operation'
import type { DeviceCard } from '../draft'

export type QuickField = 'name' | 'departmentId' | 'model' | 'serialNumber' | 'unit'

const WORDS: Readonly<Record<string, string>> = {
  'device.name-missing': '请填设备名称',
  'device.department-missing': '请选所属科室',
  'device.department-unknown': '该科室已不存在，请重新选择',
  'device.text-too-long': '内容太长，请精简',
}
const wordsOf = (code: string | undefined): string | undefined => (code === undefined ? undefined : (WORDS[code] ?? '这一项填得不对，请检查'))

const tidied = (fields: DeviceFields): DeviceFields =>
  ({ ...fields, name: tidy(fields.name), model: tidy(fields.model), serialNumber: tidy(fields.serialNumber), unit: tidy(fields.unit) })

const refusedFields = (failure: CallFailure | null): Record<string, string> =>
  failure?.code === 'invalid-input' ? ((failure.detail.fields ?? {}) as Record<string, string>) : {}

const troubleOf = (failure: CallFailure | null, fields: Record<string, string>): string =>
  failure === null || Object.keys(fields).length > 0 ? '' : failure.message

/** 新增设备档案 without leaving the picker: the two required fields and three that tell devices of one name apart (S14). */
export function useQuickDevice(onMade: (device: DeviceCard) => void) {
  const [fields, setFields] = useState(emptyDeviceFields)
  const [tried, setTried] = useState(false)
  const departments = useOperation(listDepartments, {})
  const { run, busy, failure } = useCommand(createDevice)
  const own = tried ? checkDevice(fields) : {}
  const theirs = refusedFields(failure)
  const make = async () => {
    setTried(true)
    if (Object.keys(checkDevice(fields)).length > 0) return
    const made = await run({ fields: tidied(fields) })
    if (made !== null) onMade(made.device)
  }
  return {
    fields,
    set: (field: QuickField, value: string) => setFields((all) => ({ ...all, [field]: value })),
    errorOf: (field: QuickField) => wordsOf(own[field] ?? theirs[field] ?? theirs[`fields.${field}`]),
    departments: (departments.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
    make, busy,
    trouble: troubleOf(failure, theirs),
  }
}
