import { View } from '@tarojs/components'
import { MAX_ATTACHMENTS } from '../../../../domain/attachment/attachment'
import { openFile } from '../../../platform/open-file'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/section'
import { Thumb, ThumbAdd } from '../../../ui/thumb'
import { chosenAttachments } from '../draft'
import type { Upload, Uploads } from '../use-uploads'
import type { CertificateFormDesk } from './use-certificate-form'

const UploadRow = ({ upload, uploads }: { upload: Upload; uploads: Uploads }) => (
  <View className='upload-row'>
    <View className='grow'>
      <View className='one'>{upload.file.name}</View>
      {upload.trouble === null ? <View className='cap num'>{`正在上传 ${Math.round(upload.share * 100)}%`}</View> : <View className='form-error' role='alert'>{upload.trouble}</View>}
    </View>
    {upload.again && <Button kind='text' onClick={() => void uploads.retry(upload)}>重试</Button>}
    {upload.trouble !== null && <Button kind='text' label={`删除 ${upload.file.name}`} onClick={() => uploads.forget(upload)}>删除</Button>}
  </View>
)

/** 操作证: photos and PDFs with progress, retry, preview and removal (S30, S32). */
export const AttachmentRows = ({ desk }: { desk: CertificateFormDesk }) => {
  const { uploads, draft } = desk
  const attachments = chosenAttachments(draft)
  const under = uploads.uploads.filter(({ trouble }) => trouble === null).length
  const room = MAX_ATTACHMENTS - attachments.length - under
  const error = desk.errorOf('attachmentIds')
  return (
    <Section title='操作证' note='图片或 PDF，可多份'>
      <View className='thumbs'>
        {attachments.map((file) => (
          <Thumb key={file.id} name={file.name} type={file.type} url={file.url} onOpen={() => void openFile(file)} onRemove={() => desk.removeAttachment(file.id)} />
        ))}
        {room > 0 && <ThumbAdd onClick={() => void uploads.choose(room)} />}
      </View>
      {uploads.uploads.map((upload) => <UploadRow key={upload.key} upload={upload} uploads={uploads} />)}
      {error !== undefined && <View className='form-error' role='alert'>{error}</View>}
    </Section>
  )
}
