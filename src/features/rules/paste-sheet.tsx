import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { TextAreaField } from '../../ui/text-area-field'
import { pastedHolidays } from './pasted-holidays'
import type { HolidayRow } from './rules-form'

const MOST_TEXT = 4000

interface Props {
  open: boolean
  onClose: () => void
  onAdd: (holidays: HolidayRow[]) => void
}

/** 粘贴多个: one per line; what cannot be read stays in the field and is named. */
export const PasteSheet = ({ open, onClose, onAdd }: Props) => {
  const [text, setText] = useState('')
  const { holidays, unread } = pastedHolidays(text)
  const add = (): void => {
    onAdd(holidays)
    setText(unread.map((line) => line.text).join('\n'))
    if (unread.length === 0) onClose()
  }
  return (
    <Sheet open={open} title='粘贴多个节假日' onClose={onClose} footer={<Button wide disabled={holidays.length === 0} onClick={add}>{holidays.length === 0 ? '加入' : `加入 ${holidays.length} 个`}</Button>}>
      <TextAreaField last label='每行一个' value={text} maxLength={MOST_TEXT} placeholder='元旦：2027年1月1日至3日' onChange={setText} />
      {holidays.map(({ name, from, to }) => <View key={`${name} ${from} ${to}`} className='sub num'>{`${name}\u3000${from}${from === to ? '' : ` 至 ${to}`}`}</View>)}
      {unread.length > 0 && <Notice icon='warn' tone='warn'>{unread.map(({ line, text: words }) => <View key={line}>{`第 ${line} 行看不懂：${words}`}</View>)}</Notice>}
    </Sheet>
  )
}
