import { View } from '@tarojs/components'
import { listDevices } from '../../../contract/device'
import { useDepartments } from '../../platform/use-departments'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Book } from '../../ui/entry'
import { KeywordBar } from '../../ui/keyword-bar'
import { ListBody } from '../../ui/list-body'
import { PageFrame } from '../../ui/page-frame'
import { DeviceEntry } from './device-entry'
import { addDevice, openDevice, scanDevice } from './device-links'
import { CLEARED, deviceQuery, useDeviceFilters } from './filters'
import { NoDevices } from './no-devices'
import { DEVICE_SEARCH, LIST_SAFE } from './wording'
import './device-list.scss'

const Top = ({ filters, change }: ReturnType<typeof useDeviceFilters>) => {
  const departments = useDepartments()
  const mayAdd = useMay('device.write')
  const chips = [{ value: '', text: '全部' }, ...departments.map(({ value, label }) => ({ value, text: label }))]
  return (
    <>
      <View className='dtools'>
        <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder={DEVICE_SEARCH} />
        <Button kind='text' onClick={scanDevice}>扫一扫</Button>
        {mayAdd && <Button kind='text' icon='plus' label='新增设备档案' onClick={addDevice}>新增</Button>}
      </View>
      <Chips label='科室' items={chips} value={filters.departmentId} onChange={(departmentId) => change({ departmentId })} />
    </>
  )
}

/** 设备 on the phone: one ledger entry per device, 唯一码 descending, without end. */
export const DevicePhoneList = () => {
  const { filters, change } = useDeviceFilters()
  const list = useRows(listDevices, deviceQuery(filters))
  useReachBottom(list.more)
  return (
    <PageFrame title='设备' top={<Top filters={filters} change={change} />}>
      <ListBody list={list} unit='台' safe={LIST_SAFE} empty={<NoDevices filters={filters} onClear={() => change(CLEARED)} />}>
        <View className='dgroup'><View>按唯一码，从新到旧</View><View>今日可操作</View></View>
        <View className='dbook'><Book narrow>{list.rows.map((device) => <DeviceEntry key={device.id} device={device} onOpen={openDevice} />)}</Book></View>
      </ListBody>
    </PageFrame>
  )
}
