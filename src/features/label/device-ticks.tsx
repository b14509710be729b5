import { View } from '@tarojs/components'
import type { DeviceRow } from '../../../contract/device'
import { DEVICE_STATUSES } from '../../../domain/device/device'
import { STATUS_IN_SHEET } from '../../../domain/device/sheet'
import { useDepartments } from '../../platform/use-departments'
import { Button } from '../../ui/button'
import { CheckRow } from '../../ui/choice-row'
import { Empty } from '../../ui/empty'
import { FilterSelect } from '../../ui/filter-select'
import { KeywordBar } from '../../ui/keyword-bar'
import { ListBody } from '../../ui/list-body'
import type { Choice } from './use-choice'
import { LABELS_SAFE } from './wording'
import './label.scss'

const STATUSES = DEVICE_STATUSES.map((value) => ({ value, label: STATUS_IN_SHEET[value] }))

export const TickFilters = ({ choice: { filters, change } }: { choice: Choice }) => (
  <View className='lab-tools'>
    <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='名称、唯一码、拼音' />
    <View className='lab-filters'>
      <FilterSelect label='科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
      <FilterSelect label='在档状态' value={filters.status} options={STATUSES} onChange={(status) => change({ status: DEVICE_STATUSES.find((each) => each === status) ?? '' })} />
    </View>
  </View>
)

const noteOf = ({ department, model, assetNumber }: DeviceRow): string => [department.name, model, assetNumber].filter((fact) => fact !== '').join('\u3000')

/** Devices to be ticked; 「全选」 takes all that fit, also those that are not loaded yet. */
export const DeviceTicks = ({ choice }: { choice: Choice }) => (
  <>
    <View className='lab-count'>
      <View className='bold' role='status'>{`已选 ${choice.chosen.length} 台`}</View>
      <Button kind='text' busy={choice.busy} disabled={choice.list.rows.length === 0} onClick={() => void choice.addAll()}>{`全选（${choice.list.head?.total ?? 0} 台）`}</Button>
      <Button kind='text' disabled={choice.chosen.length === 0} onClick={choice.clear}>清空已选</Button>
    </View>
    <View className='lab-list'>
      <ListBody list={choice.list} unit='台' safe={LABELS_SAFE} empty={<Empty note='没有符合条件的设备，换个条件试试。' />}>
        {choice.list.rows.map((row) => <CheckRow key={row.id} text={`${row.code}\u3000${row.name}`} note={noteOf(row)} chosen={choice.chosen.includes(row.id)} onClick={() => choice.toggle(row)} />)}
      </ListBody>
    </View>
  </>
)
