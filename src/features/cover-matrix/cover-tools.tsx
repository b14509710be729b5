import { View } from '@tarojs/components'
import { useToday } from '../../platform/server-clock'
import { useDepartments } from '../../platform/use-departments'
import { useDeviceTypes } from '../../platform/use-device-types'
import { DayInput } from '../../ui/day-input'
import { FilterSelect } from '../../ui/filter-select'
import { KeywordBar } from '../../ui/keyword-bar'
import { Seg } from '../../ui/seg'
import { viewOf, type useCoverFilters } from './filters'
import './cover.scss'

const VIEWS = [{ value: 'devices', text: '按设备' }, { value: 'people', text: '按人员' }]

/** Which people, where they are what is listed. */
const PeopleTools = ({ filters, change }: ReturnType<typeof useCoverFilters>) => (
  <>
    {filters.departmentId !== '' && <FilterSelect label='人员' value={filters.everybody ? 'all' : ''} none='持证人员' options={[{ value: 'all', label: '全科人员' }]} onChange={(value) => change({ everybody: value !== '' })} />}
    <View className='cov-who'><KeywordBar keyword={filters.person} onKeyword={(person) => change({ person, page: filters.page })} placeholder='姓名' /></View>
  </>
)

/** Which devices and which day: any past one too (B31). */
export const CoverTools = ({ filters, change }: ReturnType<typeof useCoverFilters>) => {
  const today = useToday()
  const deviceTypes = useDeviceTypes()
  return (
    <View className='cov-tools'>
      <View className='cov-views'><Seg label='怎样列' items={VIEWS} value={filters.view} onChange={(view) => change(viewOf(view === 'people' ? 'people' : 'devices'))} /></View>
      <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='设备、唯一码' />
      <View className='cov-filters'>
        <FilterSelect label='所属科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
        <FilterSelect label='设备类型' value={filters.deviceType} options={deviceTypes.map((type) => ({ value: type, label: type }))} onChange={(deviceType) => change({ deviceType })} />
        <View className='filt cov-day'><View className='filt__l' aria-hidden='true'>日期</View><View className='filt__v cov-day__v'><DayInput label='某日谁可操作' value={filters.on ?? today} onChange={(on) => change({ on: on === today ? null : on })} /></View></View>
        {filters.view === 'people' && <PeopleTools filters={filters} change={change} />}
      </View>
    </View>
  )
}
