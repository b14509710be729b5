import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { Notice } from '../../../ui/notice'
import { lastTouch, onTopOf, type Draft, type LoadedCertificate } from '../draft'
import { changedWords } from '../wording'
import { bothVersions } from './both-versions'

interface Props {
  draft: Draft
  certificate: LoadedCertificate
  onTheirs: () => void
  onMine: (draft: Draft) => void
}

/** Somebody saved it meanwhile: who and when, and the choice between his version and one's own changes on top of it. */
export const OvertakenDialog = ({ draft, certificate, onTheirs, onMine }: Props) => {
  const [open, setOpen] = useState(true)
  const later = () => setOpen(false)
  const { draft: rebased, clashes } = onTopOf(draft, certificate)
  const { by, at } = lastTouch(certificate)
  if (!open) return <Notice icon='warn' tone='warn'>{changedWords(by, at)}<Button kind='text' onClick={() => setOpen(true)}>怎么办</Button></Notice>
  return (
    <Dialog
      open
      title='这张证已被别人修改'
      onClose={later}
      footer={<>
        <Button kind='line' onClick={onTheirs}>用最新的</Button>
        <Button onClick={() => onMine(rebased)}>保留我的修改</Button>
      </>}
    >
      <View>{changedWords(by, at)}</View>
      <View className='cap form-hint'>
        {clashes.length === 0 ? '保留我的修改：您改过的项照您的，其余用最新的，核对后再保存。' : '你们都改了：'}
      </View>
      {bothVersions(clashes, { theirs: certificate.form, mine: draft.form }).map((words) => <View key={words} className='cap'>{words}</View>)}
      {clashes.length > 0 && <View className='cap form-hint'>保留我的修改：这些项照您的，其余用最新的，核对后再保存。</View>}
      <View className='cap'>用最新的：您没保存的修改会丢掉。</View>
    </Dialog>
  )
}
