import { View } from '@tarojs/components'
import { MAX_ATTACHMENTS } from '../../../../domain/attachment/attachment'
import { DropArea } from '../../../ui/drop-area'
import { Section } from '../../../ui/section'
import { Thumb, ThumbAdd } from '../../../ui/thumb'
import { chosenAttachments } from '../draft'
import { openAttachment } from '../open-attachment'
import { ArrangeFiles } from './arrange-files'
import { ReadPhoto } from './read-photo'
import { UploadRows } from './upload-row'
import { MENU_NAMES } from '../menu-names'
import type { CertificateFormDesk } from './use-certificate-form'

/** 操作证: photos and PDFs with progress, retry, preview, removal, order and replacement (S30, S32). */
export const AttachmentRows = ({ desk }: { desk: CertificateFormDesk }) => {
  const { uploads, draft } = desk
  const attachments = chosenAttachments(draft)
  const under = uploads.uploads.filter(({ trouble, insteadOf }) => trouble === null && insteadOf === null).length
  const room = MAX_ATTACHMENTS - attachments.length - under
  const error = desk.errorOf('attachmentIds')
  return (
    <Section title={MENU_NAMES[desk.rules.type.menu].file} note={desk.demands('attachmentIds') ? '必须上传，图片或 PDF' : '图片或 PDF，可多份'}>
      <DropArea open={room > 0} onFiles={(files) => void uploads.take(files, room)}>
        {attachments.map((file) => (
          <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void openAttachment(file, draft.base.attachmentIds.includes(file.id) ? draft.id : null)} onRemove={() => desk.removeAttachment(file.id)} />
        ))}
        {room > 0 && <ThumbAdd onClick={() => void uploads.choose(room)} />}
      </DropArea>
      <UploadRows uploads={uploads} />
      <ArrangeFiles desk={desk} files={attachments} />
      <ReadPhoto desk={desk} />
      {error !== undefined && <View className='form-error' role='alert'>{error}</View>}
    </Section>
  )
}
