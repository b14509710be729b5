import { View } from '@tarojs/components'
import { useState } from 'react'
import type { getDevice } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { editDevice, printLabels } from './device-links'
import { StatusSheet } from './status-sheet'
import { TransferSheet } from './transfer-sheet'
import './device-record.scss'

/** What may be done to a device: 修改, 转科 (S54), 在档状态 (B34). Nothing for who may only look. */
export const DeviceActions = ({ data }: { data: OutputOf<typeof getDevice> }) => {
  const [open, setOpen] = useState<'status' | 'transfer' | null>(null)
  const mayWrite = useMay('device.write')
  if (!mayWrite) return null
  const close = () => setOpen(null)
  return (
    <View className='dacts'>
      <Button kind='text' label='修改档案' onClick={() => editDevice(data.device.id)}>修改档案</Button>
      <Button kind='text' onClick={() => setOpen('transfer')}>转科</Button>
      <Button kind='text' onClick={() => setOpen('status')}>在档状态</Button>
      <Button kind='text' onClick={() => printLabels({ deviceId: data.device.id })}>打印二维码</Button>
      {open === 'transfer' && <TransferSheet data={data} onClose={close} />}
      {open === 'status' && <StatusSheet data={data} onClose={close} />}
    </View>
  )
}
