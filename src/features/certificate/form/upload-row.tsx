import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import type { Upload, Uploads } from '../use-uploads'
import './uploads.scss'

/** One file on its way, or why it did not arrive, with what can be done. */
const UploadRow = ({ upload, uploads }: { upload: Upload; uploads: Uploads }) => (
  <View className='upload-row'>
    <View className='grow'>
      <View className='one'>{upload.file.name}</View>
      {upload.trouble === null ? <View className='cap num'>{`正在上传 ${Math.round(upload.share * 100)}%`}</View> : <View className='form-error' role='alert'>{upload.trouble}</View>}
    </View>
    {upload.trouble !== null && upload.again && <Button kind='text' label={`重试 ${upload.file.name}`} onClick={() => void uploads.retry(upload)}>重试</Button>}
    {upload.trouble !== null && <Button kind='text' label={`删除 ${upload.file.name}`} onClick={() => uploads.forget(upload)}>删除</Button>}
  </View>
)

/** What is on its way, what did not arrive, and what found no room. */
export const UploadRows = ({ uploads }: { uploads: Uploads }) => (
  <View>
    {uploads.uploads.map((upload) => <UploadRow key={upload.key} upload={upload} uploads={uploads} />)}
    {uploads.leftOut !== '' && <View className='form-error' role='alert'>{uploads.leftOut}</View>}
  </View>
)
