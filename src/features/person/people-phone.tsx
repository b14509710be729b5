import { View } from '@tarojs/components'
import { listPeople, type PersonRow } from '../../../contract/person'
import { EMPLOYMENT_WORDS, PRESENCE_WORDS } from '../../../domain/person/person-words'
import { goBack } from '../../platform/navigate'
import { useDepartments } from '../../platform/use-departments'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Book, Entry } from '../../ui/entry'
import { FilterSelect } from '../../ui/filter-select'
import { KeywordBar } from '../../ui/keyword-bar'
import { ListBody } from '../../ui/list-body'
import { PageFrame } from '../../ui/page-frame'
import { StateWord } from '../../ui/state-word'
import { CLEARED, employmentOf, personQuery, presenceOf, usePersonFilters } from './filters'
import { addPerson, importPeople, openPerson } from './links'
import { NoPeople } from './no-people'
import { EMPLOYMENT_OPTIONS, LIST_SAFE, PRESENCE_MARKS, PRESENCE_OPTIONS } from './wording'
import './person.scss'

const STATES = [{ value: '', text: '全部' }, ...PRESENCE_OPTIONS.map(({ value, label }) => ({ value, text: label }))]

const Top = ({ filters, change }: ReturnType<typeof usePersonFilters>) => {
  const departments = useDepartments()
  const mayAdd = useMay('person.write')
  return (
    <View className='ptop'>
      <View className='row'>
        <View className='grow'><KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='姓名、拼音、工号' /></View>
        {mayAdd && <Button kind='text' label='导入人员' onClick={importPeople}>导入</Button>}
        {mayAdd && <Button kind='text' icon='plus' label='新增人员' onClick={addPerson}>新增</Button>}
      </View>
      <Chips label='状态' items={STATES} value={filters.presence} onChange={(presence) => change({ presence: presenceOf(presence) })} />
      <View className='row pfilters'>
        <FilterSelect label='科室' value={filters.departmentId} options={departments} onChange={(departmentId) => change({ departmentId })} />
        <FilterSelect label='类别' value={filters.employment} options={EMPLOYMENT_OPTIONS} onChange={(employment) => change({ employment: employmentOf(employment) })} />
      </View>
    </View>
  )
}

const Row = ({ row, last }: { row: PersonRow; last: boolean }) => (
  <Entry
    last={last}
    margin={<StateWord state={PRESENCE_MARKS[row.presence]} text={PRESENCE_WORDS[row.presence]} />}
    title={row.name}
    extra={row.staffNumber}
    lines={[[row.department.name, row.title].filter((word) => word !== '').join('\u3000'), EMPLOYMENT_WORDS[row.employment]]}
    onClick={() => openPerson(row.id)}
  />
)

/** 人员档案 on the phone (B27). */
export const PeoplePhone = () => {
  const { filters, change } = usePersonFilters()
  const list = useRows(listPeople, personQuery(filters))
  useReachBottom(list.more)
  return (
    <PageFrame title='人员档案' back={() => goBack('/pages/me/me')} top={<Top filters={filters} change={change} />}>
      <ListBody list={list} unit='人' safe={LIST_SAFE} empty={<NoPeople filters={filters} onClear={() => change(CLEARED)} />}>
        <Book>{list.rows.map((row, at) => <Row key={row.id} row={row} last={at === list.rows.length - 1} />)}</Book>
      </ListBody>
    </PageFrame>
  )
}
