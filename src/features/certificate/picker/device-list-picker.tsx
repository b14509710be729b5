import { View } from '@tarojs/components'
import type { DeviceRow } from '../../../../contract/device'
import { useMay } from '../../../platform/use-self'
import { useReachBottom } from '../../../platform/use-reach-bottom'
import { Button } from '../../../ui/button'
import { CheckRow } from '../../../ui/choice-row'
import { ListEnd } from '../../../ui/list-end'
import { SearchBar } from '../../../ui/search-bar'
import { EM } from '../day-words'
import { isChosen } from '../selection'
import { PickerListState } from './picker-list-state'
import type { Picking } from './picker-props'
import { QuickDeviceForm } from './quick-device-form'
import { useDeviceRows } from './use-device-page'
import './picker.scss'

interface Props {
  picking: Picking
  onDetail: (id: string) => void
}

const facts = ({ model, department, maintainer, unit, serialNumber }: DeviceRow): string =>
  [department.name, model, maintainer, unit, serialNumber].filter((fact) => fact !== '').join(EM)

const Row = ({ device, picking, onDetail }: Props & { device: DeviceRow }) => (
  <View className='pick-row'>
    <View className='grow'>
      <CheckRow text={device.name} note={`${device.code}${EM}${facts(device)}`} chosen={isChosen(picking.chosen, device.id)} onClick={() => picking.toggle(device)} />
    </View>
    <Button kind='text' label={`详情 ${device.name} ${device.code}`} onClick={() => onDetail(device.id)}>详情</Button>
  </View>
)

/** 选择设备 on the phone (S14, S15). */
export const DeviceListPicker = ({ picking, onDetail }: Props) => {
  const { typed, setTyped, search, list } = useDeviceRows()
  const mayAdd = useMay('device.write')
  useReachBottom(list.more)
  return (
    <View className='pad'>
      <SearchBar value={typed} onChange={setTyped} onSearch={search} placeholder='请输入查询条件' />
      <View className='row pick-acts'>
        {mayAdd && <Button kind='text' icon='plus' onClick={() => picking.setAdding(true)}>新增设备档案</Button>}
        <Button kind='text' icon='refresh' onClick={list.reload}>刷新</Button>
      </View>
      {picking.adding && <QuickDeviceForm onCancel={() => picking.setAdding(false)} onMade={(device) => {
        picking.made(device)
        list.reload()
      }} />}
      <PickerListState loading={list.loading} failure={list.failure} empty={list.head?.total === 0} shape='ledger' safe='已勾选的设备不会丢。' nothing='换个条件试试' onRetry={list.reload} />
      {list.rows.map((device) => <Row key={device.id} device={device} picking={picking} onDetail={onDetail} />)}
      {list.rows.length > 0 && <ListEnd shown={list.rows.length} total={list.head?.total ?? 0} onMore={list.more} busy={list.adding} unit='台' />}
    </View>
  )
}
