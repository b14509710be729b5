import { View } from '@tarojs/components'
import { Section } from '../../../ui/section'
import { chosenAttachments } from '../draft'
import { ArrangeFiles } from './arrange-files'
import { FileDrop } from './file-drop'
import { ReadPhoto } from './read-photo'
import { MENU_NAMES } from '../menu-names'
import type { CertificateFormDesk } from './use-certificate-form'

/** 操作证: photos and PDFs with progress, retry, preview, removal, order and replacement (S30, S32). */
export const AttachmentRows = ({ desk }: { desk: CertificateFormDesk }) => {
  const { uploads, draft } = desk
  const attachments = chosenAttachments(draft)
  const error = desk.errorOf('attachmentIds')
  return (
    <Section title={MENU_NAMES[desk.rules.type.menu].file} note={desk.demands('attachmentIds') ? '必须上传，图片或 PDF' : '图片或 PDF，可多份'}>
      <FileDrop files={attachments} uploads={uploads} onRemove={desk.removeAttachment} carriedBy={({ id }) => (draft.base.attachmentIds.includes(id) ? draft.id : null)} />
      <ArrangeFiles desk={desk} files={attachments} />
      <ReadPhoto desk={desk} />
      {error !== undefined && <View className='form-error' role='alert'>{error}</View>}
    </Section>
  )
}
