import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { listSubmissions, type SubmissionRow } from '../../../../contract/submission'
import { goBack, goTo } from '../../../platform/navigate'
import { useReachBottom } from '../../../platform/use-reach-bottom'
import { useRows } from '../../../platform/use-rows'
import { useMay } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Empty } from '../../../ui/empty'
import { Book, Entry } from '../../../ui/entry'
import { ListBody } from '../../../ui/list-body'
import { PageFrame } from '../../../ui/page-frame'
import { StateWord } from '../../../ui/state-word'
import { EM, shortDay } from '../day-words'
import { KIND_WORDS, STATE_MARKS, STATE_WORDS } from './wording'
import './submission.scss'

const REVIEW = [{ value: 'waiting', text: '待审核' }, { value: 'returned', text: '已退回' }, { value: 'approved', text: '已通过' }, { value: 'mine', text: '我提交的' }] as const
type Tab = (typeof REVIEW)[number]['value']
const tabOf = (value: string): Tab => REVIEW.find((tab) => tab.value === value)?.value ?? 'waiting'

const NOTHING: Readonly<Record<Tab, string>> = {
  waiting: '没有等您审核的。有人提交换证或新证，会出现在这里。',
  returned: '没有退回的。', approved: '没有通过的。',
  mine: '您还没有提交过。拿到新证后拍照提交，设备科或科室负责人审核。',
}

const untilOf = ({ expiresOn, longTerm }: SubmissionRow): string => (longTerm ? '长期有效' : `有效期至 ${expiresOn ?? '未填'}`)

const Row = ({ row, last }: { row: SubmissionRow; last: boolean }) => (
  <Entry
    last={last}
    margin={<StateWord state={STATE_MARKS[row.state]} text={STATE_WORDS[row.state]} />}
    title={`${row.holderName === '' ? '' : `${row.holderName}的`}${KIND_WORDS[row.kind]}`}
    extra={row.typeName}
    lines={[untilOf(row), `${row.by} 于 ${shortDay(row.at)} 提交${row.reason === '' ? '' : `${EM}退回：${row.reason}`}`]}
    onClick={() => goTo('/pages/certificate/record/submission', { id: row.id })}
  />
)

const addNew = () => goTo('/pages/certificate/record/submit')

const askedBy = (tab: Tab) => (tab === 'mine' ? { mine: true } : { mine: false, state: tab })

const Handed = ({ tab, add }: { tab: Tab; add: ReactNode }) => {
  const list = useRows(listSubmissions, askedBy(tab))
  useReachBottom(list.more)
  return (
    <ListBody list={list} unit='份' safe='提醒由服务器发送，不受影响。' empty={<Empty note={NOTHING[tab]} action={tab === 'mine' ? add : undefined} />}>
      <Book>{list.rows.map((row, at) => <Row key={row.id} row={row} last={at === list.rows.length - 1} />)}</Book>
    </ListBody>
  )
}

/** 换证审核 for those who review, 我提交的 for everybody who works there (B16). */
export const SubmissionList = ({ mine }: { mine: boolean }) => {
  const mayReview = useMay('submission.review')
  const maySubmit = useMay('submission.write')
  const [chosen, setTab] = useState<Tab>(mine ? 'mine' : 'waiting')
  const tab = mayReview ? chosen : 'mine'
  const add = maySubmit ? <Button kind='line' icon='plus' onClick={addNew}>提交新证</Button> : undefined
  const tabs = mayReview ? <View className='pad'><Chips label='状态' items={REVIEW} value={tab} onChange={(value) => setTab(tabOf(value))} /></View> : undefined
  return (
    <PageFrame title={mayReview ? '换证审核' : '我提交的'} back={() => goBack('/pages/me/me')} breadcrumb={['证照管理', '换证审核']} action={add} top={tabs}>
      {maySubmit ? <Handed tab={tab} add={add} /> : <Empty text='您的账号只能查看' note='换证请交给本科室的人员提交。' />}
    </PageFrame>
  )
}
