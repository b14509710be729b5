import { useMemo } from 'react'
import type { OutputOf } from '../../../contract/operation'
import { listPeople, type PersonRow } from '../../../contract/person'
import { EMPLOYMENT_WORDS, PRESENCE_WORDS } from '../../../domain/person/person-words'
import { useDepartments } from '../../platform/use-departments'
import { useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { FilterSelect } from '../../ui/filter-select'
import { KeywordBar } from '../../ui/keyword-bar'
import { PageFrame } from '../../ui/page-frame'
import { Pager } from '../../ui/pager'
import { StateWord } from '../../ui/state-word'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import type { Column } from '../../ui/table-props'
import { CLEARED, employmentOf, personQuery, presenceOf, usePersonFilters } from './filters'
import { addPerson, importPeople, openPerson } from './links'
import { NoPeople } from './no-people'
import { EMPLOYMENT_OPTIONS, LIST_SAFE, PRESENCE_MARKS, PRESENCE_OPTIONS } from './wording'
import './person.scss'

const TITLE = '人员档案'

const columnsAfter = (before: number): readonly Column<PersonRow>[] => [
  { key: 'number', title: '序号', width: '48px', cell: (_, index) => <span className='num ink3'>{before + index + 1}</span> },
  { key: 'act', title: '操作', width: '56px', cell: (row) => <Button kind='text' label={`详情 ${row.name} ${row.staffNumber}`} onClick={() => openPerson(row.id)}>详情</Button> },
  { key: 'name', title: '姓名', width: '120px', cell: (row) => row.name },
  { key: 'staff', title: '工号', width: '120px', cell: (row) => <span className='num'>{row.staffNumber}</span> },
  { key: 'department', title: '科室', cell: (row) => row.department.name },
  { key: 'title', title: '职称', width: '140px', cell: (row) => (row.title === '' ? <span className='ink3'>—</span> : row.title) },
  { key: 'employment', title: '人员类别', width: '90px', cell: (row) => EMPLOYMENT_WORDS[row.employment] },
  { key: 'presence', title: '状态', width: '84px', cell: (row) => <StateWord state={PRESENCE_MARKS[row.presence]} text={PRESENCE_WORDS[row.presence]} /> },
]

const Tools = ({ filters, change }: ReturnType<typeof usePersonFilters>) => {
  const departments = useDepartments()
  return (
    <div className='deskbar'>
      <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='姓名、拼音、工号' />
      <FilterSelect label='科室' value={filters.departmentId} options={departments} onChange={(departmentId) => change({ departmentId })} />
      <FilterSelect label='人员类别' value={filters.employment} options={EMPLOYMENT_OPTIONS} onChange={(employment) => change({ employment: employmentOf(employment) })} />
      <FilterSelect label='状态' value={filters.presence} options={PRESENCE_OPTIONS} onChange={(presence) => change({ presence: presenceOf(presence) })} />
      <Button kind='text' onClick={() => change(CLEARED)}>清空</Button>
    </div>
  )
}

const Actions = () => (
  <>
    <Button kind='line' onClick={importPeople}>导入</Button>
    <Button icon='plus' onClick={addPerson}>新增人员</Button>
  </>
)

const NO_ROWS: OutputOf<typeof listPeople> = { rows: [], total: 0, page: 1, pageSize: 10 }

/** 人员档案 on the desk (B27). */
export const PeopleDesk = () => {
  const { filters, change } = usePersonFilters()
  const mayAdd = useMay('person.write')
  const asked = useOperation(listPeople, { ...personQuery(filters), page: filters.page, pageSize: filters.pageSize })
  const { rows, total, page, pageSize } = asked.data ?? NO_ROWS
  const columns = useMemo(() => columnsAfter((page - 1) * pageSize), [page, pageSize])
  return (
    <PageFrame title={TITLE} breadcrumb={[TITLE]} action={mayAdd ? <Actions /> : undefined} top={<Tools filters={filters} change={change} />}>
      <TableBody asked={asked} safe={LIST_SAFE} empty={<NoPeople filters={filters} onClear={() => change(CLEARED)} />}>
        <Table caption={TITLE} columns={columns} rows={rows} rowKey={({ id }) => id} onRow={({ id }) => openPerson(id)} />
        <Pager page={filters.page} pageSize={filters.pageSize} total={total} summary={`共 ${total} 人`} onPage={(next) => change({ page: next })} onPageSize={(size) => change({ pageSize: size })} />
      </TableBody>
    </PageFrame>
  )
}
