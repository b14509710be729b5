import { View } from '@tarojs/components'
import { useState } from 'react'
import { readPrintedText, type AttachmentView } from '../../../../contract/attachment'
import type { PrintedProposal } from '../../../../domain/certificate/printed-fields'
import { call } from '../../../platform/call'
import { asFailure, type CallFailure } from '../../../platform/call-failure'
import { failureWords, type WordBook } from '../../../platform/failure-words'
import { Button } from '../../../ui/button'
import { CheckRow } from '../../../ui/choice-row'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Skeleton } from '../../../ui/skeleton'
import { chosenAttachments, stagedIds } from '../draft'
import { LABELS } from './field-labels'
import type { CertificateFormDesk } from './use-certificate-form'

const BY_HAND = '请自己填写。'
const WORDS: WordBook = {
  'attachment.text-no-photo': `这一份不是照片，认不出字，${BY_HAND}`,
  'attachment.text-off': `本院没有开通照片识字，${BY_HAND}`,
  'attachment.text-enough': ({ limit }) => `您今天已识字 ${typeof limit === 'number' ? limit : ''} 次，明天可以再用，${BY_HAND}`,
  'attachment.text-quota': `今天的识字次数已用完，${BY_HAND}`,
  'attachment.text-failed': `没有认出照片里的字，可能拍得不清楚。${BY_HAND}`,
}
const NOTHING = `照片里没有找到证件号、姓名、日期这些字，${BY_HAND}`

const noted = ({ value, from }: PrintedProposal, present: unknown): string =>
  [`读自「${from}」`, typeof present === 'string' && present !== '' && present !== value ? `现在填的是 ${present}` : ''].filter((word) => word !== '').join('，')

/** A photo is read once, however often it is looked at: a day's readings are counted. */
interface Read { id: string; proposals: readonly PrintedProposal[] | null; failure: CallFailure | null }
interface Props { desk: CertificateFormDesk; read: Read | null; onClose: () => void }

const readOnce = async ({ id }: AttachmentView): Promise<Read> => {
  try {
    return { id, proposals: (await call(readPrintedText, { id })).proposals, failure: null }
  } catch (thrown) {
    return { id, proposals: null, failure: asFailure(thrown) }
  }
}

/** What the photo says, to be looked at and ticked; where something stands already, it stays unless it is ticked. */
const Proposals = ({ desk, proposals, onClose }: Omit<Props, 'read'> & { proposals: readonly PrintedProposal[] }) => {
  const { form } = desk.draft
  const [ticked, setTicked] = useState<readonly string[]>(() => proposals.filter(({ field }) => (form[field] ?? '') === '').map(({ field }) => field))
  const toggle = (field: string) => setTicked((now) => (now.includes(field) ? now.filter((each) => each !== field) : [...now, field]))
  const fill = () => {
    desk.set(Object.fromEntries(proposals.filter(({ field }) => ticked.includes(field)).map(({ field, value }) => [field, value])))
    onClose()
  }
  return (
    <View>
      <View className='sub'>请对照证件核对，勾选要填入的项目。</View>
      {proposals.map((each, index) => (
        <CheckRow key={each.field} text={`${LABELS[each.field]}\u3000${each.value}`} note={noted(each, form[each.field])} chosen={ticked.includes(each.field)} last={index === proposals.length - 1} onClick={() => toggle(each.field)} />
      ))}
      <Button wide disabled={ticked.length === 0} onClick={fill}>填入勾选的项目</Button>
    </View>
  )
}

const Reading = ({ desk, read, onClose }: Props) => {
  if (read === null) return <Skeleton shape='text' rows={4} />
  const { proposals, failure } = read
  if (proposals !== null && proposals.length > 0) return <Proposals desk={desk} proposals={proposals} onClose={onClose} />
  return <Notice tone='warn' icon='warn'>{failure ? failureWords(failure.code, failure.detail, WORDS) : NOTHING}</Notice>
}

/** 从照片识字 (B15): offered once a photo is there; whoever would rather type closes it with one tap. */
export const ReadPhoto = ({ desk }: { desk: CertificateFormDesk }) => {
  const [open, setOpen] = useState(false)
  const [read, setRead] = useState<Read | null>(null)
  const staged = stagedIds(desk.draft)
  const photo = chosenAttachments(desk.draft).filter(({ id, type }) => staged.includes(id) && type.startsWith('image/')).pop()
  if (photo === undefined) return null
  const close = () => setOpen(false)
  const known = read?.id === photo.id ? read : null
  const look = () => {
    setOpen(true)
    if (known?.proposals) return
    setRead(null)
    void readOnce(photo).then(setRead)
  }
  return (
    <>
      <Button kind='text' icon='camera' onClick={look}>从照片识字，帮我填</Button>
      <Sheet open={open} title='从照片识字' onClose={close} footer={<Button kind='line' wide onClick={close}>自己填</Button>}>
        <Reading desk={desk} read={known} onClose={close} />
      </Sheet>
    </>
  )
}
