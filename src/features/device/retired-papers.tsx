import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { handleCertificate, listCertificates, reopenCertificate, type CertificateEntry } from '../../../contract/certificate'
import type { DeviceStatus } from '../../../domain/device/device'
import { failureWords } from '../../platform/failure-words'
import { useCommand, useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { editCertificate } from './device-links'
import { DEVICE_FAILURES, STATUS_WORDS } from './wording'
import './device-record.scss'

interface Props { deviceId: string; status: DeviceStatus }
interface PaperProps extends Props { paper: CertificateEntry }

const nameOf = ({ typeName, number, holderName, deviceCount }: CertificateEntry): string =>
  [typeName, number === '' && typeName === '' ? '未填证件号' : number, holderName, deviceCount > 1 ? `共 ${deviceCount} 台` : ''].filter((word) => word !== '').join('\u3000')

/** Reminding stopped for good, and taken up again; both are on record like any handling (B1). */
function useStop({ id, version }: CertificateEntry, status: DeviceStatus) {
  const stopping = useCommand(handleCertificate)
  const reopening = useCommand(reopenCertificate)
  const failure = stopping.failure ?? reopening.failure
  return {
    busy: stopping.busy || reopening.busy,
    trouble: failure === null ? '' : failureWords(failure.code, failure.detail, DEVICE_FAILURES),
    stop: () => void stopping.run({ id, version, kind: 'noted', note: `设备${STATUS_WORDS[status]}，停止提醒`, reference: '', until: null, renewal: null }),
    goOn: () => void reopening.run({ id, version }),
  }
}

/** The three ways that B34 names. 保留 changes nothing: it says that somebody has looked. */
const Ways = ({ paper, deviceId, status, onKeep }: PaperProps & { onKeep: () => void }) => {
  const { busy, trouble, stop } = useStop(paper, status)
  const { id, number } = paper
  return (
    <>
      <View className='dacts'>
        <Button kind='text' label={`改挂新设备 ${number}`} onClick={() => editCertificate(id, deviceId)}>改挂新设备</Button>
        <Button kind='text' label={`保留 ${number}`} onClick={onKeep}>保留</Button>
        <Button kind='text' busy={busy} label={`停止提醒 ${number}`} onClick={stop}>停止提醒</Button>
      </View>
      {trouble !== '' && <View className='dform__w' role='alert'>{trouble}</View>}
    </>
  )
}

const Stopped = ({ paper, status }: Omit<PaperProps, 'deviceId'>) => {
  const { busy, trouble, goOn } = useStop(paper, status)
  return (
    <>
      <View className='dacts'><Text className='dkept cap'>已停止提醒</Text><Button kind='text' busy={busy} label={`恢复提醒 ${paper.number}`} onClick={goOn}>恢复提醒</Button></View>
      {trouble !== '' && <View className='dform__w' role='alert'>{trouble}</View>}
    </>
  )
}

const keptWords = ({ deviceCount }: CertificateEntry): string => (deviceCount > 1 ? '已保留，别的设备在用，照常提醒' : '已保留，设备重新启用或改挂后照常提醒')

const Paper = (props: PaperProps) => {
  const { paper } = props
  const [kept, setKept] = useState(false)
  const stopped = paper.handling !== null && paper.handling.until === null
  return (
    <View className='dnamed'>
      <Text>{nameOf(paper)}</Text>
      {stopped && <Stopped {...props} />}
      {!stopped && kept && <View className='dacts'><Text className='dkept cap'>{keptWords(paper)}</Text><Button kind='text' label={`改主意 ${paper.number}`} onClick={() => setKept(false)}>改主意</Button></View>}
      {!stopped && !kept && <Ways {...props} onKeep={() => setKept(true)} />}
    </View>
  )
}

/** B34: the papers of a device that goes out of use, each with 改挂新设备, 保留 and 停止提醒. */
export const RetiredPapers = ({ deviceId, status }: Props) => {
  const { data } = useOperation(listCertificates, { deviceId, page: 1, pageSize: 50 })
  if (data === undefined || data.total === 0) return null
  return (
    <View>
      <View className='cap'>这台设备上有 {data.total} 张证件。还关联着在用设备的，照常提醒；只关联停用、报废设备的，不再提醒，列为“设备已停用”。逐张定：</View>
      {data.rows.map((paper) => <Paper key={paper.id} paper={paper} deviceId={deviceId} status={status} />)}
    </View>
  )
}
