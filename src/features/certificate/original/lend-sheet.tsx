import { View } from '@tarojs/components'
import { useState } from 'react'
import { lendOriginal } from '../../../../contract/original'
import { ORIGINAL_LIMITS } from '../../../../domain/certificate/original'
import { addDays } from '../../../../domain/kernel/civil-day'
import { toast } from '../../../platform/toast'
import { useCommand } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { DateField } from '../../../ui/date-field'
import { Sheet } from '../../../ui/sheet'
import { TextField } from '../../../ui/text-field'
import type { Original } from './original-view'
import { originalTrouble } from './wording'

/** Proposed 应还日, days from today. */
const USUAL_DAYS = 7

interface Props { original: Original; certificateId: string; today: string; onClose: () => void }

/** 登记借出: who takes the original, and until when (B36). */
export const LendSheet = ({ original: { version }, certificateId, today, onClose }: Props) => {
  const [borrower, setBorrower] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(addDays(today, USUAL_DAYS))
  const { run, busy, failure } = useCommand(lendOriginal)
  const lend = async (): Promise<void> => {
    if (dueOn === null || await run({ certificateId, version, borrower, dueOn }) === null) return
    toast('已登记借出')
    onClose()
  }
  return (
    <Sheet open title='登记借出' about='到应还日在消息里提醒您收回。' onClose={onClose} footer={<Button wide busy={busy} disabled={borrower.trim() === '' || dueOn === null} onClick={() => void lend()}>确定借出</Button>}>
      <TextField required label='借用人' value={borrower} maxLength={ORIGINAL_LIMITS.borrower} placeholder='姓名，或姓名和科室' onChange={setBorrower} />
      <DateField required last label='应还日' value={dueOn} min={today} onChange={setDueOn} />
      {failure !== null && <View className='org-bad' role='alert'>{originalTrouble(failure)}</View>}
    </Sheet>
  )
}
