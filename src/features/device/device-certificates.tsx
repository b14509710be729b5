import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { CertificateEntry, listCertificates } from '../../../contract/certificate'
import type { Rows } from '../../platform/use-rows'
import { useMay } from '../../platform/use-self'
import { StateInLine } from '../../ui/certificate-state'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Fact } from '../../ui/fact'
import { ListBody } from '../../ui/list-body'
import { Press } from '../../ui/press'
import { editCertificate, openCertificate, renewCertificate } from './device-links'
import { PAPER_WORDS } from './papers/paper-words'
import { CERTIFICATES_SAFE, nextSend } from './wording'
import './device-record.scss'

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
      {mayWrite && !certificate.longTerm && <Button kind='text' label={`换证 ${certificate.number}`} onClick={() => renewCertificate(certificate.id)}>换证</Button>}
    </View>
    <Fact name='有效期止'>
      {certificate.expiresOn !== null && <Text className='num'>{certificate.expiresOn}{'\u3000'}</Text>}
      <StateInLine facts={certificate} today={today} />
    </Fact>
    {!certificate.longTerm && <Fact name='提前预警时间(天)'><Text className='num'>{certificate.leadDays}</Text></Fact>}
    <Fact name='下次发送'><Text className='num'>{nextSend(certificate.nextSendAt)}</Text></Fact>
    {certificate.deviceCount > 1 && <Fact name='关联设备'>共 {certificate.deviceCount} 台，修改后对每台生效</Fact>}
  </View>
))
DeviceCertificate.displayName = 'DeviceCertificate'

interface ListProps {
  deviceId: string
  tab: 'device-certificate' | 'device-licence'
  list: Rows<typeof listCertificates>
  today: string
}

/** 操作证 or 配置许可证: every one of this device, expired ones included (S48, S50). */
export const DeviceCertificates = ({ deviceId, tab, list, today }: ListProps) => {
  const mayWrite = useMay('certificate.write')
  return (
    <ListBody list={list} unit='张' safe={CERTIFICATES_SAFE} empty={<Empty note={PAPER_WORDS[tab].empty} />}>
      <View className='pad'>
        {list.rows.map((certificate) => <DeviceCertificate key={certificate.id} certificate={certificate} deviceId={deviceId} today={today} mayWrite={mayWrite} />)}
      </View>
    </ListBody>
  )
}
