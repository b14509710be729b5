import { View } from '@tarojs/components'
import { useState } from 'react'
import { onTopOf, type FormDraft, type StoredForm } from '../../platform/form-draft'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Notice } from '../../ui/notice'
import { labelled, type RulesForm } from './rules-form'

interface Props {
  draft: FormDraft<RulesForm>
  newer: StoredForm<RulesForm>
  onTheirs: () => void
  onMine: (draft: FormDraft<RulesForm>) => void
}

/** Somebody saved the rules meanwhile: his version, or my changes on top of it. */
export const RulesOvertaken = ({ draft, newer, onTheirs, onMine }: Props) => {
  const [open, setOpen] = useState(true)
  const { draft: mine, clashes } = onTopOf(draft, newer)
  if (!open) return <Notice icon='warn' tone='warn'>有人在您打开之后改过提醒规则。<Button kind='text' onClick={() => setOpen(true)}>怎么办</Button></Notice>
  return (
    <Dialog
      open
      title='提醒规则已被别人修改'
      onClose={() => setOpen(false)}
      footer={<>
        <Button kind='line' onClick={onTheirs}>用最新的</Button>
        <Button onClick={() => onMine(mine)}>保留我的修改</Button>
      </>}
    >
      <View>{clashes.length === 0 ? '' : `你们都改了 ${labelled(clashes)}，这些项照您的。`}保留我的修改：您改过的项照您的，其余用最新的，核对后再保存。</View>
      <View className='cap rhint'>用最新的：您没保存的修改会丢掉。</View>
    </Dialog>
  )
}
