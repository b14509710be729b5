import { View } from '@tarojs/components'
import { rateWords } from '../../../domain/statistics/rate-words'
import { useState } from 'react'
import { exportHolding, holdingRates, type Share } from '../../../contract/statistics'
import type { Grouping } from '../../../domain/statistics/holding'
import type { OutputOf } from '../../../contract/operation'
import { goTo } from '../../platform/navigate'
import { saveFile } from '../../platform/save-file'
import { useToday } from '../../platform/server-clock'
import { toast } from '../../platform/toast'
import { useDepartments } from '../../platform/use-departments'
import { useCommand, useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { DayInput } from '../../ui/day-input'
import { Empty } from '../../ui/empty'
import { ErrorState } from '../../ui/error-state'
import { FilterSelect } from '../../ui/filter-select'
import { Notice } from '../../ui/notice'
import { Press } from '../../ui/press'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { PeopleSheet, type Opened } from './people-sheet'
import { ShareRows } from './share-rows'
import { countWords, GROUPING_WORDS, statisticsFailure } from './wording'

const NEEDS_PAGE = '/pages/work/statistics/needs'
type Rates = OutputOf<typeof holdingRates>

const NoNeeds = () => {
  const mayWrite = useMay('settings.write')
  return (
    <Empty
      text='还没有设定谁要持什么证'
      note={mayWrite ? '先设定：哪个科室的人、或有哪类设备的科室的人，要持哪种证。' : '持证要求由设备科设定。'}
      action={mayWrite ? <Button onClick={() => goTo(NEEDS_PAGE)}>设定持证要求</Button> : undefined}
    />
  )
}

const Shares = ({ rates, onOpen }: { rates: Rates; onOpen: (opened: Opened) => void }) => {
  const groups: ReadonlyArray<readonly [Grouping, readonly Share[]]> = [['department', rates.department], ['device-type', rates.deviceType], ['type', rates.type]]
  return (
    <View>
      <Press className='st-all' onClick={() => onOpen({ share: rates.all, grouping: null })}>
        <View className='st-all__r num'>{rateWords(rates.all.rate)}</View>
        <View className='sub num'>{countWords(rates.all)}</View>
      </Press>
      {rates.unlinked > 0 && <View className='st-side'><Notice>{`另有 ${rates.unlinked} 张有效证件没有对应到人员档案，不计入持证率。`}</Notice></View>}
      <View className='st-cols'>
        {groups.filter(([, shares]) => shares.length > 0).map(([grouping, shares]) => (
          <View key={grouping} className='st-col'><Section title={`按${GROUPING_WORDS[grouping]}`}><ShareRows shares={shares} onOpen={(share) => onOpen({ share, grouping })} /></Section></View>
        ))}
      </View>
    </View>
  )
}

interface Filters { on: string | null; departmentId: string }
const askedOf = ({ on, departmentId }: Filters) => ({ ...(on !== null && { on }), ...(departmentId !== '' && { departmentId }) })

const Tools = ({ filters, change }: { filters: Filters; change: (over: Partial<Filters>) => void }) => {
  const today = useToday()
  const mayWrite = useMay('settings.write')
  const { run, busy, failure } = useCommand(exportHolding)
  const take = async (): Promise<void> => {
    const made = await run(askedOf(filters))
    if (made === null) return
    await saveFile(made)
    toast(`已导出 ${made.rows} 行`)
  }
  return (
    <View>
      <View className='st-tools'>
        <FilterSelect label='所属科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
        <View className='st-day'><View className='st-day__l' aria-hidden='true'>日期</View><DayInput label='某日的持证率' value={filters.on ?? today} max={today} onChange={(on) => change({ on: on === today ? null : on })} /></View>
        <Button kind='line' busy={busy} onClick={() => void take()}>导出Excel</Button>
        {mayWrite && <Button kind='text' onClick={() => goTo(NEEDS_PAGE)}>持证要求</Button>}
      </View>
      {failure !== null && <View className='st-side'><Notice tone='warn' icon='warn'>{statisticsFailure(failure)}</Notice></View>}
    </View>
  )
}

/** 持证率 of a day with the names behind every percentage (B31). */
export const HoldingReport = () => {
  const [filters, setFilters] = useState<Filters>({ on: null, departmentId: '' })
  const [opened, setOpened] = useState<Opened | null>(null)
  const asked = askedOf(filters)
  const { data, failure, loading, reload } = useOperation(holdingRates, asked)
  return (
    <View>
      <Tools filters={filters} change={(over) => setFilters({ ...filters, ...over })} />
      {failure !== null && <ErrorState failure={failure} safe='证件和提醒不受影响。' onRetry={() => void reload()} />}
      {loading && <Skeleton shape='text' rows={6} />}
      {data !== undefined && (data.needs === 0 ? <NoNeeds /> : <Shares rates={data} onOpen={setOpened} />)}
      <PeopleSheet opened={opened} asked={asked} onClose={() => setOpened(null)} />
    </View>
  )
}
