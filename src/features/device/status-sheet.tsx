import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { listCertificates } from '../../../contract/certificate'
import { setDeviceStatus, type getDevice } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import { DEVICE_STATUSES, isRetired, type DeviceStatus } from '../../../domain/device/device'
import { failureWords } from '../../platform/failure-words'
import { toast } from '../../platform/toast'
import { useCommand, useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { RadioRow } from '../../ui/choice-row'
import { Sheet } from '../../ui/sheet'
import { editCertificate, openCertificate } from './device-links'
import { DEVICE_FAILURES, STATUS_NOTES, STATUS_WORDS } from './wording'
import './device-record.scss'

interface Props {
  data: OutputOf<typeof getDevice>
  onClose: () => void
}

/** B34: its certificates, each with what can be done: 改挂新设备 in the form, 停止提醒 on its own page; 保留 is to do nothing. */
const Named = ({ deviceId }: { deviceId: string }) => {
  const { data } = useOperation(listCertificates, { deviceId, page: 1, pageSize: 50 })
  if (data === undefined || data.total === 0) return null
  return (
    <View>
      <View className='cap'>这台设备上有 {data.total} 张操作证。还关联着在用设备的，照常提醒；只关联停用、报废设备的，自动停止提醒。</View>
      {data.rows.map(({ id, number, holderName, deviceCount }) => (
        <View key={id} className='dnamed'>
          <Text>{[number === '' ? '未填证件号' : number, holderName, deviceCount > 1 ? `共 ${deviceCount} 台` : ''].filter((word) => word !== '').join('　')}</Text>
          <View className='dacts'>
            <Button kind='text' label={`改挂新设备 ${number}`} onClick={() => editCertificate(id, deviceId)}>改挂新设备</Button>
            <Button kind='text' label={`去处理 ${number}`} onClick={() => openCertificate(id)}>去处理</Button>
          </View>
        </View>
      ))}
    </View>
  )
}

/** 在档状态 (S47), with what it means for the certificates. */
export const StatusSheet = ({ data: { device, version }, onClose }: Props) => {
  const [status, setStatus] = useState<DeviceStatus>(device.status)
  const { run, busy, failure } = useCommand(setDeviceStatus)
  const save = async () => {
    if (await run({ id: device.id, version, status }) === null) return
    toast(`已改为${STATUS_WORDS[status]}`)
    onClose()
  }
  return (
    <Sheet open title='在档状态' about={`${device.name} ${device.code}`} onClose={onClose} footer={<Button wide busy={busy} disabled={status === device.status} onClick={() => void save()}>保存</Button>}>
      {DEVICE_STATUSES.map((each) => <RadioRow key={each} text={STATUS_WORDS[each]} note={STATUS_NOTES[each]} chosen={each === status} onClick={() => setStatus(each)} />)}
      {isRetired(status) && <Named deviceId={device.id} />}
      {failure && <View className='dform__w' role='alert'>{failureWords(failure.code, failure.detail, DEVICE_FAILURES)}</View>}
    </Sheet>
  )
}
