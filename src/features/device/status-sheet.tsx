import { View } from '@tarojs/components'
import { useState } from 'react'
import { setDeviceStatus, type getDevice } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import { DEVICE_STATUSES, isRetired, type DeviceStatus } from '../../../domain/device/device'
import { failureWords } from '../../platform/failure-words'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { RadioRow } from '../../ui/choice-row'
import { Sheet } from '../../ui/sheet'
import { RetiredPapers } from './retired-papers'
import { DEVICE_FAILURES, STATUS_NOTES, STATUS_WORDS } from './wording'
import './device-record.scss'

interface Props {
  data: OutputOf<typeof getDevice>
  onClose: () => void
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
      {isRetired(status) && <RetiredPapers deviceId={device.id} status={status} />}
      {failure && <View className='dform__w' role='alert'>{failureWords(failure.code, failure.detail, DEVICE_FAILURES)}</View>}
    </Sheet>
  )
}
