import { View } from '@tarojs/components'
import { listTypes } from '../../../contract/type'
import { useToday } from '../../platform/server-clock'
import { useDeviceTypes } from '../../platform/use-device-types'
import { useDepartments } from '../../platform/use-departments'
import { useOperation } from '../../platform/use-operation'
import { DayInput } from '../../ui/day-input'
import { FilterSelect } from '../../ui/filter-select'
import type { Kept } from './filters'

/** Which day and which part of the hospital the pack is about. */
export const PackTools = ({ filters, change }: Kept) => {
  const today = useToday()
  const deviceTypes = useDeviceTypes()
  const types = useOperation(listTypes, {}).data?.types ?? []
  return (
    <View className='pk-tools'>
      <View className='filt pk-day'><View className='filt__l' aria-hidden='true'>截止日期</View><View className='filt__v pk-day__v'><DayInput label='截止日期' value={filters.on ?? today} max={today} onChange={(on) => change({ on: on === today ? null : on })} /></View></View>
      <FilterSelect label='所属科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
      <FilterSelect label='设备类型' value={filters.deviceType} options={deviceTypes.map((type) => ({ value: type, label: type }))} onChange={(deviceType) => change({ deviceType })} />
      <FilterSelect label='证件类型' value={filters.typeId} options={types.map(({ id, name }) => ({ value: id, label: name }))} onChange={(typeId) => change({ typeId })} />
    </View>
  )
}
