import { listDictionary, type DictionaryRow } from '../../../contract/dictionary-list'
import { KIND_WORDS, type DictionaryKind } from '../../../domain/dictionary/entry'
import { useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Pager } from '../../ui/pager'
import { StateWord } from '../../ui/state-word'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import type { Column } from '../../ui/table-props'
import { NoEntries } from './no-entries'
import type { DictionaryListProps } from './list-props'
import { SAFE } from './wording'

const dash = <span className='ink3'>—</span>

const OF_DEPARTMENT: readonly Column<DictionaryRow>[] = [
  { key: 'path', title: '上级科室', width: '260px', cell: ({ path }) => (path.length === 0 ? dash : path.join(' › ')) },
  { key: 'heads', title: '科室负责人', width: '200px', cell: ({ heads }) => (heads.length === 0 ? dash : heads.join('、')) },
]

const columnsOf = (kind: DictionaryKind, before: number, onOpen: (row: DictionaryRow) => void): readonly Column<DictionaryRow>[] => [
  { key: 'number', title: '序号', width: '48px', cell: (_, index) => <span className='num ink3'>{before + index + 1}</span> },
  { key: 'act', title: '操作', width: '56px', cell: (row) => <Button kind='text' label={`修改 ${row.name}`} onClick={() => onOpen(row)}>修改</Button> },
  { key: 'name', title: KIND_WORDS[kind], cell: ({ name, path }) => <span style={{ paddingLeft: `${path.length * 20}px` }}>{name}</span> },
  ...(kind === 'department' ? OF_DEPARTMENT : []),
  { key: 'state', title: '状态', width: '160px', cell: ({ retired, mergedInto }) => <StateWord state={retired ? 'off' : 'ok'} text={mergedInto === '' ? (retired ? '停用' : '在用') : `已并入${mergedInto}`} /> },
]

const NONE = { rows: [], total: 0 }

export const DictionaryDesk = ({ filters, change, onOpen }: DictionaryListProps) => {
  const { kind, keyword, retired, page, pageSize } = filters
  const asked = useOperation(listDictionary, { kind, keyword, retired, page, pageSize })
  const { rows, total } = asked.data ?? NONE
  return (
    <TableBody asked={asked} safe={SAFE} empty={<NoEntries filters={filters} />}>
      <Table caption={KIND_WORDS[kind]} columns={columnsOf(kind, (page - 1) * pageSize, onOpen)} rows={rows} rowKey={({ id }) => id} onRow={onOpen} />
      <Pager page={page} pageSize={pageSize} total={total} summary={`共 ${total} 项`} onPage={(next) => change({ page: next })} onPageSize={(size) => change({ pageSize: size })} />
    </TableBody>
  )
}
