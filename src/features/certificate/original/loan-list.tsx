import { Text } from '@tarojs/components'
import { listLoans, type LoanRow } from '../../../../contract/original'
import { goBack, goTo } from '../../../platform/navigate'
import { printPage } from '../../../platform/print-page'
import { useOperation } from '../../../platform/use-operation'
import { useIsWide } from '../../../platform/width'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { Book, Entry } from '../../../ui/entry'
import { PageFrame } from '../../../ui/page-frame'
import { StateWord } from '../../../ui/state-word'
import { Table } from '../../../ui/table'
import { TableBody } from '../../../ui/table-body'
import type { Column } from '../../../ui/table-props'
import { dueWords, whoseWords } from './wording'

const TITLE = '原件借阅'
const open = ({ id }: LoanRow): void => goTo('/pages/certificate/record/detail', { id })

const Due = ({ row }: { row: LoanRow }) => (row.daysLate >= 0 ? <StateWord state={row.daysLate === 0 ? 'today' : 's30'} text={dueWords(row)} /> : <Text className='num'>{dueWords(row)}</Text>)

const COLUMNS: Array<Column<LoanRow>> = [
  { key: 'due', title: '应还日', width: '240px', cell: (row) => <Due row={row} /> },
  { key: 'borrower', title: '借用人', width: '140px', cell: ({ borrower }) => borrower },
  { key: 'whose', title: '证件', cell: whoseWords },
  { key: 'number', title: '证件号', width: '150px', cell: ({ number }) => <span className='num'>{number}</span> },
  { key: 'place', title: '存放处', width: '160px', cell: ({ place }) => place },
  { key: 'lent', title: '借出日', width: '110px', cell: ({ lentOn }) => <span className='num'>{lentOn}</span> },
]

const Lines = ({ rows }: { rows: readonly LoanRow[] }) => (
  <Book>
    {rows.map((row) => <Entry key={row.id} margin={<Text className='num'>{row.dueOn.slice(5)}</Text>} title={whoseWords(row)} extra={row.number} lines={[<Due key='due' row={row} />, `${row.borrower} ${row.lentOn} 借`]} onClick={() => open(row)} />)}
  </Book>
)

/** 原件借阅 (B36): what is lent out, the longest due first. */
export const LoanList = () => {
  const wide = useIsWide()
  const asked = useOperation(listLoans, {})
  const rows = asked.data?.rows ?? []
  return (
    <PageFrame title={TITLE} breadcrumb={['证照管理', TITLE]} back={wide ? undefined : () => goBack('/pages/work/statistics/report')} action={wide ? <Button kind='line' onClick={printPage}>打印</Button> : undefined}>
      <TableBody asked={asked} safe='' empty={<Empty text='没有借出的原件' note='在证件页的「原件」里登记借出。' />}>
        {wide ? <Table caption={TITLE} columns={COLUMNS} rows={rows} rowKey={({ id }) => id} onRow={open} /> : <Lines rows={rows} />}
      </TableBody>
    </PageFrame>
  )
}
