import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AttachmentView } from '../../../../contract/attachment'
import { Button } from '../../../ui/button'
import type { CertificateFormDesk } from './use-certificate-form'

interface Props { desk: CertificateFormDesk; files: readonly AttachmentView[] }

const FileRow = ({ desk, files, at }: Props & { at: number }) => {
  const file = files[at]
  if (!file) return null
  const { id, name } = file
  return (
    <View className='upload-row'>
      <View className='grow one'>{`${at + 1}. ${name}`}</View>
      <Button kind='text' label={`前移 ${name}`} disabled={at === 0} onClick={() => desk.moveAttachment(id, -1)}>前移</Button>
      <Button kind='text' label={`后移 ${name}`} disabled={at === files.length - 1} onClick={() => desk.moveAttachment(id, 1)}>后移</Button>
      <Button kind='text' label={`替换 ${name}`} onClick={() => void desk.uploads.replace(id)}>替换</Button>
    </View>
  )
}

/** In which order the files stand wherever they are shown, and a better scan in the place of a bad one (S32). */
export const ArrangeFiles = ({ desk, files }: Props) => {
  const [open, setOpen] = useState(false)
  if (files.length === 0) return null
  return (
    <View>
      {open && files.map(({ id }, at) => <FileRow key={id} desk={desk} files={files} at={at} />)}
      {open && <View className='cap form-hint'>详情、预览和复审材料都按这个顺序。替换或删除的扫描件保存后留在「修改记录」里。换发了新证请用「处理」，旧证和它的扫描件会留在历史周期里。</View>}
      <Button kind='text' onClick={() => setOpen(!open)}>{open ? '收起' : '调整顺序或替换'}</Button>
    </View>
  )
}
