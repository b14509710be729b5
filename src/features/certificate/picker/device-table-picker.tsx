import { View } from '@tarojs/components'
import type { DeviceRow } from '../../../../contract/device'
import { useMay } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { Icon } from '../../../ui/icon'
import { Press } from '../../../ui/press'
import { SearchBar } from '../../../ui/search-bar'
import { Table } from '../../../ui/table'
import type { Column } from '../../../ui/table-props'
import { isChosen, pageChosen, togglePage } from '../selection'
import { PickerListState } from './picker-list-state'
import type { Picking } from './picker-props'
import { QuickDeviceForm } from './quick-device-form'
import type { DevicePage } from './use-device-page'
import './picker.scss'

interface Props {
  picking: Picking
  list: DevicePage
  onDetail: (id: string) => void
}

const Tick = ({ state, label, onClick }: { state: 'none' | 'some' | 'all'; label: string; onClick: () => void }) => (
  <Press className='tick' role='checkbox' chosen={state === 'all'} label={label} onClick={onClick}>
    <View className={`box ${state === 'none' ? '' : 'box--on'}`}>
      {state === 'all' && <Icon name='check' size={16} />}
      {state === 'some' && <View className='tick__some' />}
    </View>
  </Press>
)

/** The guide's columns in its order (S14); the tick is a control before them. */
const columnsOf = ({ picking, onDetail }: Omit<Props, 'list'>, rows: readonly DeviceRow[]): Column<DeviceRow>[] => [
  {
    key: 'tick', width: '44px', title: <Tick state={pageChosen(picking.chosen, rows)} label='本页全选' onClick={() => picking.setChosen(togglePage(picking.chosen, rows))} />,
    cell: (row) => <Tick state={isChosen(picking.chosen, row.id) ? 'all' : 'none'} label={`${row.name} ${row.code}`} onClick={() => picking.toggle(row)} />,
  },
  { key: 'act', width: '52px', title: '操作', cell: (row) => <Button kind='text' label={`详情 ${row.name} ${row.code}`} onClick={() => onDetail(row.id)}>详情</Button> },
  { key: 'name', title: '设备名称', cell: (row) => row.name },
  { key: 'code', width: '76px', title: '唯一码', cell: (row) => <View className='num'>{row.code}</View> },
  { key: 'maintainer', width: '104px', title: '维保服务商', cell: (row) => row.maintainer },
  { key: 'type', width: '84px', title: '设备类型', cell: (row) => row.type },
  { key: 'model', width: '190px', title: '规格型号', cell: (row) => row.model },
  { key: 'unit', width: '64px', title: '单位', cell: (row) => row.unit },
  { key: 'serial', width: '90px', title: '序列号', cell: (row) => row.serialNumber },
]

/** 选择设备 on the desk: table, head's tick, ten a page (S14, S15). */
export const DeviceTablePicker = ({ picking, list, onDetail }: Props) => {
  const { typed, setTyped, search, asked, rows, empty } = list
  const mayAdd = useMay('device.write')
  return (
    <View>
      <View className='row pick-top'>
        <SearchBar value={typed} onChange={setTyped} onSearch={search} placeholder='请输入查询条件' />
        <View className='grow' />
        {mayAdd && <Button kind='text' icon='plus' onClick={() => picking.setAdding(true)}>新增设备档案</Button>}
        <Button kind='text' icon='refresh' onClick={() => void asked.reload()}>刷新</Button>
      </View>
      {picking.adding && <QuickDeviceForm onCancel={() => picking.setAdding(false)} onMade={picking.made} />}
      <PickerListState loading={asked.loading} failure={asked.failure} empty={empty} shape='table' safe='已勾选的设备不会丢。' nothing='换个条件试试' onRetry={() => void asked.reload()} />
      {rows.length > 0 && <Table caption='设备' columns={columnsOf({ picking, onDetail }, rows)} rows={rows} rowKey={(row) => row.id} chosen={(row) => isChosen(picking.chosen, row.id)} />}
    </View>
  )
}
