import { View } from '@tarojs/components'
import type { AttachmentView } from '../../../../contract/attachment'
import { getSubmission, type SubmissionView } from '../../../../contract/submission'
import { call } from '../../../platform/call'
import { Thumb } from '../../../ui/thumb'
import { useViewer, viewScan } from '../view-scan'

const NO_CARD = { number: '', issuer: '', issuedOn: null }

interface Line { name: string; before: string; after: string }

const untilOf = ({ expiresOn, longTerm }: { expiresOn: string | null; longTerm: boolean }): string => (longTerm ? '长期有效' : expiresOn ?? '')

/** What is compared, in the form's order; what the new card leaves out stays as it was. */
function linesOf({ submission: { form }, old }: SubmissionView): Line[] {
  const before = old ?? NO_CARD
  return [
    { name: '有效期至', before: old === null ? '' : untilOf(old), after: untilOf(form) },
    { name: '证件号', before: before.number, after: form.number || before.number },
    { name: '签发日期', before: before.issuedOn ?? '', after: form.issuedOn ?? '' },
    { name: '颁证单位', before: before.issuer, after: form.issuer || before.issuer },
  ]
}

/** By a link made now, since links live ten minutes. */
async function openHanded(file: AttachmentView, submissionId: string, viewer: string): Promise<void> {
  const fresh = await call(getSubmission, { id: submissionId }).catch(() => null)
  const all = fresh === null ? [] : [...fresh.submission.attachments, ...(fresh.old?.attachments ?? [])]
  await viewScan(all.find(({ id }) => id === file.id) ?? file, viewer)
}

const Photos = ({ files, id, none }: { files: readonly AttachmentView[]; id: string; none: string }) => {
  const viewer = useViewer()
  return files.length === 0 ? <View className='cap'>{none}</View>
    : <View className='thumbs'>{files.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void openHanded(file, id, viewer)} />)}</View>
}

const dash = (words: string) => (words === '' ? <View className='ink3'>—</View> : words)

const Row = ({ line, both }: { line: Line; both: boolean }) => {
  const changed = both && line.before !== line.after
  return (
    <View className='cmp__r'>
      <View className='cmp__k'>{line.name}</View>
      {both && <View className='cmp__v num'>{dash(line.before)}</View>}
      <View className={`cmp__v num ${changed || !both ? 'cmp__v--new' : ''}`}>{dash(line.after)}</View>
    </View>
  )
}

/** Old and new side by side (B16); what differs stands in ink. A new certificate has one column. */
export const Compare = ({ view }: { view: SubmissionView }) => {
  const { old, submission } = view
  const both = old !== null
  return (
    <View className='cmp' role='table' aria-label='新旧对照'>
      {both && <View className='cmp__r cmp__r--h'><View className='cmp__k' /><View className='cmp__v'>原证</View><View className='cmp__v'>新证</View></View>}
      {linesOf(view).map((line) => <Row key={line.name} line={line} both={both} />)}
      <View className='cmp__r'>
        <View className='cmp__k'>照片</View>
        {old !== null && <View className='cmp__v'><Photos files={old.attachments} id={submission.id} none='没有上传过' /></View>}
        <View className='cmp__v'><Photos files={submission.attachments} id={submission.id} none='没有照片' /></View>
      </View>
    </View>
  )
}
