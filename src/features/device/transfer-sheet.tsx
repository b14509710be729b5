import { View } from '@tarojs/components'
import { useState } from 'react'
import { transferDevice, type getDevice } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import { failureWords } from '../../platform/failure-words'
import { toast } from '../../platform/toast'
import { useDepartments } from '../../platform/use-departments'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { SelectField } from '../../ui/select-field'
import { Sheet } from '../../ui/sheet'
import { TextAreaField } from '../../ui/text-area-field'
import { DEVICE_FAILURES } from './wording'
import './device-record.scss'

interface Props {
  data: OutputOf<typeof getDevice>
  onClose: () => void
}

/** 转科 (S54): to which department, since when, why. */
export const TransferSheet = ({ data: { device, version, today }, onClose }: Props) => {
  const [departmentId, setDepartmentId] = useState<string | null>(null)
  const [on, setOn] = useState<string | null>(today)
  const [note, setNote] = useState('')
  const departments = useDepartments().filter(({ value }) => value !== device.department.id)
  const { run, busy, failure } = useCommand(transferDevice)
  const save = async () => {
    if (departmentId === null || on === null) return
    if (await run({ id: device.id, version, departmentId, on, note }) === null) return
    toast('已转科')
    onClose()
  }
  return (
    <Sheet open title='转科' about={`${device.name} ${device.code}`} onClose={onClose} footer={<Button wide busy={busy} disabled={departmentId === null || on === null} onClick={() => void save()}>确认转科</Button>}>
      <View className='cap'>现在：{device.department.name}。转科后，各列表按新科室显示，原来的记录保留。</View>
      <SelectField required label='转入科室' value={departmentId} options={departments} onChange={setDepartmentId} />
      <DateField required label='转科日期' value={on} onChange={setOn} />
      <TextAreaField label='说明' value={note} maxLength={500} onChange={setNote} />
      {failure && <View className='dform__w' role='alert'>{failureWords(failure.code, failure.detail, DEVICE_FAILURES)}</View>}
    </Sheet>
  )
}
