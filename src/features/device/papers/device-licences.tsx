import { View } from '@tarojs/components'
import { listCertificates } from '../../../../contract/certificate'
import type { DeviceFields } from '../../../../domain/device/device'
import { stateOf } from '../../../../domain/certificate/validity'
import { useReachBottom } from '../../../platform/use-reach-bottom'
import { useRows } from '../../../platform/use-rows'
import { useMay } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { Fact } from '../../../ui/fact'
import { Notice } from '../../../ui/notice'
import { CATALOGUE_LABEL, CLASS_LABEL } from '../archive-fields'
import { DeviceCertificates } from '../device-certificates'
import { addCertificate } from '../device-links'
import { PAPER_WORDS } from './paper-words'
import { usePaperTypes } from './use-paper-types'

interface Props {
  deviceId: string
  fields: Pick<DeviceFields, 'largeClass' | 'catalogue'>
  today: string
}

/** 配置许可证 of a device (S48): its 管理类别 by the catalogue, and its licences. 甲类 and 乙类 need one, so its absence is told. */
export const DeviceLicences = ({ deviceId, fields: { largeClass, catalogue }, today }: Props) => {
  const list = useRows(listCertificates, { deviceId, menu: 'device-licence' })
  useReachBottom(list.more)
  const mayWrite = useMay('certificate.write')
  const type = usePaperTypes().of('device-licence')[0]
  const needsOne = largeClass === '甲类' || largeClass === '乙类'
  const bare = needsOne && list.head !== undefined && !list.rows.some((licence) => stateOf(licence, today).valid)
  return (
    <>
      <View className='pad'>
        <Fact name={CLASS_LABEL}>{largeClass}</Fact>
        <Fact name={CATALOGUE_LABEL}>{catalogue}</Fact>
        {bare && <Notice icon='warn' tone='warn'>{`${largeClass}大型医用设备，系统内无有效配置许可证记录`}</Notice>}
        {mayWrite && type && <Button kind='text' icon='plus' onClick={() => addCertificate(deviceId, type.id)}>{PAPER_WORDS['device-licence'].add}</Button>}
      </View>
      <DeviceCertificates deviceId={deviceId} tab='device-licence' list={list} today={today} />
    </>
  )
}
