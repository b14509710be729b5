import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { CertificateEntry, listCertificates } from '../../../contract/certificate'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import { shortSendTime } from '../../../domain/kernel/send-time'
import type { Rows } from '../../platform/use-rows'
import { useMay } from '../../platform/use-self'
import { StateInLine } from '../../ui/certificate-state'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Fact } from '../../ui/fact'
import { ListBody } from '../../ui/list-body'
import { Press } from '../../ui/press'
import { editCertificate, openCertificate } from './device-links'
import { CERTIFICATES_SAFE } from './wording'
import './device-record.scss'

const next = (instant: string | null): string => {
  if (instant === null) return '不再发送'
  const at = new Date(instant)
  return `${dayOf(at)} ${shortSendTime(timeOf(at))}`
}

interface Props {
  certificate: CertificateEntry
  deviceId: string
  today: string
  mayWrite: boolean
}

/** One certificate of this device, with the words of the guide's form B (S49). */
const DeviceCertificate = memo(({ certificate, deviceId, today, mayWrite }: Props) => (
  <View className='dcert'>
    <View className='dcert__h'>
      <Press className='dcert__p' onClick={() => openCertificate(certificate.id)}>
        <Text className='bold dcert__n'>{certificate.number === '' ? '未填证件号' : certificate.number}</Text>
        <Text className='cap'>{certificate.holderName}</Text>
      </Press>
      {mayWrite && <Button kind='text' label={`修改 ${certificate.number}`} onClick={() => editCertificate(certificate.id, deviceId)}>修改</Button>}
    </View>
    <Fact name='有效期止'>
      {certificate.expiresOn !== null && <Text className='num'>{certificate.expiresOn}{'\u3000'}</Text>}
      <StateInLine facts={certificate} today={today} />
    </Fact>
    {!certificate.longTerm && <Fact name='提前预警时间(天)'><Text className='num'>{certificate.leadDays}</Text></Fact>}
    <Fact name='下次发送'><Text className='num'>{next(certificate.nextSendAt)}</Text></Fact>
    {certificate.deviceCount > 1 && <Fact name='关联设备'>共 {certificate.deviceCount} 台，修改后对每台生效</Fact>}
  </View>
))
DeviceCertificate.displayName = 'DeviceCertificate'

interface ListProps {
  deviceId: string
  list: Rows<typeof listCertificates>
  today: string
}

/** 操作证: every certificate of this device, expired ones included (S48, S50). */
export const DeviceCertificates = ({ deviceId, list, today }: ListProps) => {
  const mayWrite = useMay('certificate.write')
  return (
    <ListBody list={list} unit='张' safe={CERTIFICATES_SAFE} empty={<Empty note='这台设备还没有录入操作证。' />}>
      <View className='pad'>
        {list.rows.map((certificate) => <DeviceCertificate key={certificate.id} certificate={certificate} deviceId={deviceId} today={today} mayWrite={mayWrite} />)}
      </View>
    </ListBody>
  )
}
