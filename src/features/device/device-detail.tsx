import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { listCertificates } from '../../../contract/certificate'
import { getDevice, type DeviceRow } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import { isRetired } from '../../../domain/device/device'
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
import { DeviceLicences } from './papers/device-licences'
import { DevicePlans } from './papers/device-plans'
import { ProposedHolders } from './proposed-holders'
import { LIST_SAFE } from './wording'
import './device-record.scss'

const TITLE = '设备详情'
const back = () => goBack('/pages/device/list')

/** The guide's nine in its order (S48); the phone begins with 操作证, which is what it is opened for. */
const TABS = [
  { value: 'archive', text: '档案详情' }, { value: 'maintainer', text: '维保商' }, { value: 'device-upkeep', text: '保养计划' }, { value: 'device-metrology', text: '计量计划' },
  { value: 'device-licence', text: '配置许可证' }, { value: 'device-certificate', text: '操作证' }, { value: 'files', text: '附件' }, { value: 'service', text: '历史工单' }, { value: 'transfer', text: '转科记录' },
]
const FIRST = 'device-certificate'

const inOrder = (wide: boolean) => (wide ? TABS : [...TABS.filter(({ value }) => value === FIRST), ...TABS.filter(({ value }) => value !== FIRST)])

const Heading = ({ device }: { device: DeviceRow }) => (
  <View className='dhead'>
    <View className='dhead__n' role='heading' aria-level='1'>{device.name}</View>
    <View className='dhead__f'>{[device.code, device.department.name, device.model].filter((fact) => fact !== '').join('　')}</View>
  </View>
)

const Certificates = ({ device, today }: { device: DeviceRow; today: string }) => {
  const list = useRows(listCertificates, { deviceId: device.id, menu: FIRST })
  useReachBottom(list.more)
  const mayLink = useMay('certificate.write') && !isRetired(device.status)
  const whole = list.head !== undefined && list.rows.length >= list.head.total
  return (
    <>
      <DeviceCertificates deviceId={device.id} tab={FIRST} list={list} today={today} />
      {mayLink && whole && <ProposedHolders device={device} own={list.rows.map(({ id }) => id)} today={today} onChange={list.reload} />}
    </>
  )
}

const Tabs = ({ data, opened }: { data: OutputOf<typeof getDevice>; opened: string | undefined }) => {
  const [tab, setTab] = useState(TABS.find(({ value }) => value === opened)?.value ?? FIRST)
  const wide = useIsWide()
  const { device } = data
  const shown: Readonly<Record<string, ReactNode>> = {
    archive: <ArchiveDetails device={device} fields={data.fields} />,
    'device-upkeep': <DevicePlans key='device-upkeep' deviceId={device.id} tab='device-upkeep' today={data.today} />,
    'device-metrology': <DevicePlans key='device-metrology' deviceId={device.id} tab='device-metrology' today={data.today} />,
    'device-licence': <DeviceLicences deviceId={device.id} fields={data.fields} today={data.today} />,
    files: <DeviceFiles data={data} />,
    maintainer: <DeviceRecords key='maintainer' deviceId={device.id} kind='maintainer' today={data.today} />,
    service: <DeviceRecords key='service' deviceId={device.id} kind='service' today={data.today} />,
    transfer: <DeviceRecords key='transfer' deviceId={device.id} kind='transfer' today={data.today} />,
  }
  return (
    <View className='dtabs'>
      <Chips label='设备档案' items={inOrder(wide)} value={tab} onChange={setTab} />
      {shown[tab] ?? <Certificates device={device} today={data.today} />}
    </View>
  )
}

/** One device: who may operate it today, its certificates, its archive (S48, B4). `tab`: what is opened first, 操作证 unless it is said. */
export const DeviceDetail = ({ id, tab }: { id: string; tab?: string | undefined }) => {
  const { data, failure, reload } = useOperation(getDevice, { id })
  const wide = useIsWide()
  const mayAdd = useMay('certificate.write')
  if (data === undefined) {
    return <PageFrame title={TITLE} back={back}>{failure ? <ErrorState failure={failure} safe={LIST_SAFE} onRetry={() => void reload()} /> : <Skeleton shape='text' />}</PageFrame>
  }
  const holders = <HoldersToday holders={data.holders} wanted={data.holdersWanted} today={data.today} deviceId={data.device.id} absent={data.absent} />
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
      <Tabs data={data} opened={tab} />
    </PageFrame>
  )
}
