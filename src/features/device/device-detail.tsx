import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { listCertificates } from '../../../contract/certificate'
import { getDevice, type DeviceRow } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import { goBack } from '../../platform/navigate'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { useIsWide } from '../../platform/width'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { ErrorState } from '../../ui/error-state'
import { PageFrame } from '../../ui/page-frame'
import { Skeleton } from '../../ui/skeleton'
import { ArchiveDetails } from './archive-details'
import { DeviceActions } from './device-actions'
import { DeviceCertificates } from './device-certificates'
import { DeviceFiles } from './device-files'
import { DeviceRecords } from './device-records'
import { addCertificate } from './device-links'
import { HoldersToday } from './holders-today'
import { LIST_SAFE } from './wording'
import './device-record.scss'

const TITLE = '设备详情'
const back = () => goBack('/pages/device/list')

const OTHER_TABS = [
  { value: 'archive', text: '档案详情' }, { value: 'maintainer', text: '维保商' }, { value: 'files', text: '附件' },
  { value: 'service', text: '历史工单' }, { value: 'transfer', text: '转科记录' },
]

const Heading = ({ device }: { device: DeviceRow }) => (
  <View className='dhead'>
    <View className='dhead__n' role='heading' aria-level='1'>{device.name}</View>
    <View className='dhead__f'>{[device.code, device.department.name, device.model].filter((fact) => fact !== '').join('　')}</View>
  </View>
)

const Tabs = ({ data }: { data: OutputOf<typeof getDevice> }) => {
  const [tab, setTab] = useState('certificates')
  const list = useRows(listCertificates, { deviceId: data.device.id })
  useReachBottom(list.more)
  const { device } = data
  const items = [{ value: 'certificates', text: '操作证', count: list.head?.total }, ...OTHER_TABS]
  const shown: Readonly<Record<string, ReactNode>> = {
    archive: <ArchiveDetails device={device} fields={data.fields} />,
    files: <DeviceFiles data={data} />,
    maintainer: <DeviceRecords key='maintainer' deviceId={device.id} kind='maintainer' today={data.today} />,
    service: <DeviceRecords key='service' deviceId={device.id} kind='service' today={data.today} />,
    transfer: <DeviceRecords key='transfer' deviceId={device.id} kind='transfer' today={data.today} />,
  }
  return (
    <View className='dtabs'>
      <Chips label='设备档案' items={items} value={tab} onChange={setTab} />
      {shown[tab] ?? <DeviceCertificates deviceId={device.id} list={list} today={data.today} />}
    </View>
  )
}

/** One device: who may operate it today, its certificates, its archive (S48, B4). */
export const DeviceDetail = ({ id }: { id: string }) => {
  const { data, failure, reload } = useOperation(getDevice, { id })
  const wide = useIsWide()
  const mayAdd = useMay('certificate.write')
  if (data === undefined) {
    return <PageFrame title={TITLE} back={back}>{failure ? <ErrorState failure={failure} safe={LIST_SAFE} onRetry={() => void reload()} /> : <Skeleton shape='text' />}</PageFrame>
  }
  const holders = <HoldersToday holders={data.holders} wanted={data.holdersWanted} today={data.today} />
  const add = mayAdd ? <Button icon='plus' onClick={() => addCertificate(id)}>新增操作证</Button> : undefined
  return (
    <PageFrame
      title={TITLE}
      back={back}
      breadcrumb={['设备档案管理', '设备档案详情']}
      heading={<Heading device={data.device} />}
      action={add}
      aside={wide ? holders : undefined}
      footer={add !== undefined && !wide ? <BottomBar>{add}</BottomBar> : undefined}
    >
      <DeviceActions data={data} />
      {!wide && holders}
      <Tabs data={data} />
    </PageFrame>
  )
}
