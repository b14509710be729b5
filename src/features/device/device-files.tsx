import { View } from '@tarojs/components'
import type { getDevice } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import { openFile } from '../../platform/open-file'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Thumb } from '../../ui/thumb'
import { editDevice } from './device-links'

/** 附件 of the archive (S48): photos and papers of the device itself. They are added and removed with 修改档案. */
export const DeviceFiles = ({ data: { device, attachments } }: { data: OutputOf<typeof getDevice> }) => {
  const mayWrite = useMay('device.write')
  const add = mayWrite ? <Button kind='line' onClick={() => editDevice(device.id)}>修改附件</Button> : undefined
  if (attachments.length === 0) return <Empty note='还没有上传照片或资料。' action={add} />
  return (
    <View className='pad'>
      <View className='thumbs'>{attachments.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void openFile(file)} />)}</View>
      {add}
    </View>
  )
}
