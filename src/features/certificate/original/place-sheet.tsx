import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveOriginal } from '../../../../contract/original'
import { ORIGINAL_LIMITS } from '../../../../domain/certificate/original'
import { toast } from '../../../platform/toast'
import { useCommand } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { Sheet } from '../../../ui/sheet'
import { TextField } from '../../../ui/text-field'
import type { Original } from './original-view'
import { originalTrouble } from './wording'

interface Props { original: Original; certificateId: string; onClose: () => void }

/** 原件存放处 (B36). */
export const PlaceSheet = ({ original: { place: before, papers, version }, certificateId, onClose }: Props) => {
  const [place, setPlace] = useState(before)
  const { run, busy, failure } = useCommand(saveOriginal)
  const save = async (): Promise<void> => {
    if (await run({ certificateId, version, place, have: papers.filter(({ have }) => have).map(({ name }) => name) }) === null) return
    toast('已保存')
    onClose()
  }
  return (
    <Sheet open title='原件存放处' onClose={onClose} footer={<Button wide busy={busy} onClick={() => void save()}>保存</Button>}>
      <TextField label='存放处' value={place} maxLength={ORIGINAL_LIMITS.place} placeholder='如：设备科 3 号柜' onChange={setPlace} />
      {failure !== null && <View className='org-bad' role='alert'>{originalTrouble(failure)}</View>}
    </Sheet>
  )
}
