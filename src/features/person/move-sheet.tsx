import { View } from '@tarojs/components'
import { useState } from 'react'
import { transferPerson } from '../../../contract/person'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { useDepartments } from '../../platform/use-departments'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { SelectField } from '../../ui/select-field'
import { Sheet } from '../../ui/sheet'
import { touchedWords } from './leave-sheet'
import type { Known } from './known'
import { personFailure } from './wording'

/** 转科: the record moves; what stays behind is said (B27). */
export const MoveSheet = ({ data, onClose }: { data: Known; onClose: () => void }) => {
  const { person, version, account, maySwitchOff } = data
  const [departmentId, setDepartment] = useState<string | null>(null)
  const departments = useDepartments().filter(({ value }) => value !== person.department.id)
  const { run, busy, failure } = useCommand(transferPerson)
  const move = async () => {
    const moved = departmentId === null ? null : await run({ id: person.id, version, departmentId })
    if (moved === null) return
    toast(moved.accountMoved ? '已转科，账号也看新科室了' : '已转科')
    onClose()
  }
  return (
    <Sheet open title={`${person.name}转科`} about={`${touchedWords(data)}。`} onClose={onClose} footer={<Button wide busy={busy} disabled={departmentId === null} onClick={() => void move()}>确定转科</Button>}>
      <SelectField required label='转入科室' value={departmentId} options={departments} onChange={setDepartment} />
      <View className='cap pnote'>他的证仍跟着原来的设备，不在新科室用的，请打开证逐张处理。</View>
      {account !== null && !maySwitchOff && <Notice>他的账号看哪个科室，要由院级管理员或设备科改。</Notice>}
      {failure && <Notice tone='warn' icon='warn'>{personFailure(failure.code, failure.detail)}</Notice>}
    </Sheet>
  )
}
