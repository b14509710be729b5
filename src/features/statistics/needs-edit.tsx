import { View } from '@tarojs/components'
import { useState } from 'react'
import { getNeeds, saveNeeds } from '../../../contract/statistics'
import { listTypes } from '../../../contract/type'
import type { Need } from '../../../domain/statistics/holding'
import { checkNeeds } from '../../../domain/statistics/need'
import { goBack } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { useDepartments } from '../../platform/use-departments'
import { useDeviceTypes } from '../../platform/use-device-types'
import { useCommand, useOperation } from '../../platform/use-operation'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorState } from '../../ui/error-state'
import { FilterSelect } from '../../ui/filter-select'
import { Skeleton } from '../../ui/skeleton'
import { needProblem, statisticsFailure } from './wording'

const BY = [{ value: 'department', label: '科室' }, { value: 'device-type', label: '设备类型' }] as const
const NEW: Need = { by: 'department', of: '', typeId: '' }
const REPORT = '/pages/work/statistics/report'

type Choices = ReadonlyArray<{ value: string; label: string }>
interface Options { departments: Choices; deviceTypes: Choices; types: Choices }
interface RowProps { need: Need; problem: string; options: Options; onChange: (need: Need | null) => void }

const NeedRow = ({ need, problem, options, onChange }: RowProps) => (
  <View className='st-need'>
    <View className='st-tools'>
      <FilterSelect label='按' value={need.by} options={BY} onChange={(by) => onChange({ ...need, by: by === 'device-type' ? by : 'department', of: '' })} />
      <FilterSelect label={need.by === 'department' ? '科室' : '设备类型'} none='请选择' value={need.of} options={need.by === 'department' ? options.departments : options.deviceTypes} onChange={(of) => onChange({ ...need, of })} />
      <FilterSelect label='要持' none='请选择' value={need.typeId} options={options.types} onChange={(typeId) => onChange({ ...need, typeId })} />
      <Button kind='text' onClick={() => onChange(null)}>删除</Button>
    </View>
    {problem !== '' && <View className='st-lack' role='alert'>{problem}</View>}
  </View>
)

interface FormProps { stored: { needs: Need[]; version: number }; options: Options }

const NeedsForm = ({ stored, options }: FormProps) => {
  const [needs, setNeeds] = useState<readonly Need[]>(stored.needs)
  const [tried, setTried] = useState(false)
  const { run, busy, failure } = useCommand(saveNeeds)
  const problems = tried ? checkNeeds(needs) : {}
  const put = (at: number, need: Need | null): void => setNeeds(needs.flatMap((each, index) => (index === at ? need ?? [] : each)))
  const save = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(checkNeeds(needs)).length > 0 || await run({ version: stored.version, needs: [...needs] }) === null) return
    toast('已保存')
    goBack(REPORT)
  }
  return (
    <View>
      {needs.length === 0 && <Empty text='还没有持证要求' note='例如：手术室的人要持设备操作证；有 MR 的科室的人要持医用设备上岗证。' />}
      {needs.map((need, at) => <NeedRow key={at} need={need} problem={needProblem(problems[`needs.${at}`])} options={options} onChange={(changed) => put(at, changed)} />)}
      <View className='st-more'><Button kind='line' icon='plus' onClick={() => setNeeds([...needs, NEW])}>加一条</Button></View>
      <BottomBar note={failure === null ? <View className='cap'>在岗的人按所在科室计算；暂离的人单列，离职的不计。</View> : <View className='cap st-lack' role='alert'>{statisticsFailure(failure)}</View>}>
        <Button busy={busy} onClick={() => void save()}>保存</Button>
      </BottomBar>
    </View>
  )
}

/** Who needs what (B31): 科室 or 设备类型 × 证件类型. */
export const NeedsEdit = () => {
  const deviceTypes = useDeviceTypes()
  const found = useOperation(getNeeds, {})
  const types = useOperation(listTypes, {})
  const departments = useDepartments()
  if (found.failure !== null) return <ErrorState failure={found.failure} onRetry={() => void found.reload()} />
  if (found.data === undefined || types.data === undefined) return <Skeleton shape='text' rows={6} />
  const options = { departments, deviceTypes: deviceTypes.map((type) => ({ value: type, label: type })), types: types.data.types.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })) }
  return <NeedsForm key={found.data.version} stored={found.data} options={options} />
}
