import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import type { PersonCard } from '../draft'
import { PeoplePicker, usePeoplePicking } from './people-picker'

export interface PeoplePickerProps {
  initial: readonly PersonCard[]
  onDone: (people: readonly PersonCard[]) => void
  onCancel: () => void
}

const Inside = ({ initial, onDone, onCancel }: PeoplePickerProps) => {
  const picking = usePeoplePicking(initial)
  const footer = (
    <>
      <View className='grow bold'>{`已选 ${picking.chosen.length} 人`}</View>
      <Button kind='line' onClick={onCancel}>取消</Button>
      <Button onClick={() => onDone(picking.chosen)}>确定</Button>
    </>
  )
  return <Dialog open title='发送给指定人员' onClose={onCancel} footer={footer}><PeoplePicker picking={picking} /></Dialog>
}

/** The accounts over the desk's form. */
export const PeopleDialog = ({ open, ...props }: PeoplePickerProps & { open: boolean }) => (open ? <Inside {...props} /> : null)
