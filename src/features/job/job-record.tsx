import { View } from '@tarojs/components'
import { useState } from 'react'
import { listJobRows, type JobRow, type JobView } from '../../../contract/job'
import { useOperation } from '../../platform/use-operation'
import { Book, Entry } from '../../ui/entry'
import { Empty } from '../../ui/empty'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { StateWord } from '../../ui/state-word'
import { InviteCodes } from './invite-codes'
import { doneRows, ROW_WORDS } from './wording'
import './job.scss'

type Problem = JobRow['problems'][number]
interface Props { job: JobView; wordsOf: (problem: Problem) => string }

const PAGE = 20
const MARKS = { pending: 'off', applied: 'ok', refused: 'over', undone: 'off', kept: 'over' } as const

const Bar = ({ job }: { job: JobView }) => {
  const share = job.total === 0 ? 100 : Math.round((doneRows(job) / job.total) * 100)
  return (
    <View className='job-bar' role='progressbar' aria-label='办理进度' aria-valuenow={share} aria-valuemin={0} aria-valuemax={100}>
      <View className='job-bar__done' style={{ width: `${share}%` }} />
    </View>
  )
}

const Line = ({ row, wordsOf, last }: { row: JobRow; wordsOf: Props['wordsOf']; last: boolean }) => (
  <Entry last={last} margin={<StateWord state={MARKS[row.state]} text={ROW_WORDS[row.state]} />} title={row.label === '' ? `第 ${row.row} 条` : row.label} lines={row.problems.map(wordsOf)} />
)

const Rows = ({ job, wordsOf }: Props) => {
  const [page, setPage] = useState(1)
  const { data, failure, reload } = useOperation(listJobRows, { id: job.id, page, pageSize: PAGE })
  if (!data) return failure ? <ErrorState failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  if (data.total === 0) return <Empty note='这项任务没有内容。' />
  return (
    <View>
      <Book>{data.rows.map((row, index) => <Line key={row.row} row={row} wordsOf={wordsOf} last={index === data.rows.length - 1} />)}</Book>
      <Pager page={data.page} pageSize={data.pageSize} total={data.total} summary={`共 ${data.total} 条`} onPage={setPage} />
    </View>
  )
}

/** How far a job is, and what became of each row (B20, B23). */
export const JobRecord = ({ job, wordsOf }: Props) => {
  const underWay = job.state === 'running' || job.state === 'undoing'
  return (
    <View>
      {underWay && <View className='pad'><Bar job={job} /><Notice>离开这一页也会办完，不会重复办理。</Notice></View>}
      <InviteCodes job={job} />
      <Section title='每一条的结果' bleed><Rows job={job} wordsOf={wordsOf} /></Section>
    </View>
  )
}
