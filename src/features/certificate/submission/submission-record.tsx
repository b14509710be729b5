import { View } from '@tarojs/components'
import { useState } from 'react'
import { approveSubmission, getSubmission, returnSubmission, withdrawSubmission, type SubmissionView } from '../../../../contract/submission'
import { SUBMISSION_LIMITS } from '../../../../domain/submission/submission'
import { confirm } from '../../../platform/confirm'
import { goBack, goTo } from '../../../platform/navigate'
import { toast } from '../../../platform/toast'
import { useCommand, useOperation } from '../../../platform/use-operation'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { ErrorState } from '../../../ui/error-state'
import { Fact } from '../../../ui/fact'
import { Notice } from '../../../ui/notice'
import { PageFrame } from '../../../ui/page-frame'
import { Section } from '../../../ui/section'
import { Sheet } from '../../../ui/sheet'
import { Skeleton } from '../../../ui/skeleton'
import { StateWord } from '../../../ui/state-word'
import { TextAreaField } from '../../../ui/text-area-field'
import { EM, shortDay } from '../day-words'
import { Compare } from './compare'
import { COMMON_REASONS, KIND_WORDS, OBSTACLE_WORDS, STATE_MARKS, STATE_WORDS, submissionFailure, TURN_WORDS } from './wording'
import './submission.scss'

const LIST = '/pages/certificate/record/submissions'
/** While it waits: what the submitter and the reviewer should know of the reminders. */
const MEANWHILE = '审核期间提醒照常：通过之后才算换证。'

/** What can be done with it, each told when it failed. */
function useDeciding(view: SubmissionView, reload: () => Promise<void>) {
  const approving = useCommand(approveSubmission)
  const returning = useCommand(returnSubmission)
  const withdrawing = useCommand(withdrawSubmission)
  const failure = approving.failure ?? returning.failure ?? withdrawing.failure
  const { id, version } = view.submission
  const done = async (answer: unknown, words: string): Promise<boolean> => {
    if (answer === null) await reload()
    else toast(words)
    return answer !== null
  }
  return {
    busy: approving.busy || returning.busy || withdrawing.busy,
    trouble: failure === null ? '' : submissionFailure(failure.code, failure.detail),
    approve: async () => done(await approving.run({ id, version, certificateVersion: view.old?.version ?? null }), '已通过'),
    giveBack: async (reason: string) => done(await returning.run({ id, version, reason }), '已退回'),
    withdraw: async () => {
      if (await confirm({ title: '撤回这份提交？', text: '撤回后不再等审核，照片和内容仍留在记录里。', yes: '撤回' })) await done(await withdrawing.run({ id, version }), '已撤回')
    },
  }
}
type Deciding = ReturnType<typeof useDeciding>

const Heading = ({ view: { submission } }: { view: SubmissionView }) => (
  <View className='cert-head'>
    <View className='lead' role='heading' aria-level='1'>{`${submission.form.holderName}${submission.form.holderName === '' ? '' : '的'}${KIND_WORDS[submission.kind]}`}</View>
    <View className='row'>
      <StateWord state={STATE_MARKS[submission.state]} text={STATE_WORDS[submission.state]} />
      <View className='sub handed__by num'>{[submission.typeName, `${submission.by} 于 ${shortDay(submission.at)} 提交`].join(EM)}</View>
    </View>
  </View>
)

const Turns = ({ view: { submission } }: { view: SubmissionView }) => (
  <Section title='经过'>
    {submission.turns.map(({ turn, by, at, note }) => (
      <View key={`${at} ${turn}`} className='cert-handled'>
        <View className='sub ink1 num'>{`${shortDay(at)}${EM}${by} ${TURN_WORDS[turn]}`}</View>
        {note !== '' && <View className='cap'>{note}</View>}
      </View>
    ))}
  </Section>
)

const Devices = ({ view: { submission: { devices } } }: { view: SubmissionView }) => (devices.length === 0 ? null : (
  <Section title={`可操作的设备 ${devices.length}`}>
    {devices.map(({ id, name, code, department, retired }) => <Fact key={id} name={code}>{[name, department.name, retired ? '已停用或报废' : ''].filter((words) => words !== '').join(EM)}</Fact>)}
  </Section>
))

/** What keeps it from going on; '' when nothing does. */
function worryOf({ submission: { state, turns }, obstacle }: SubmissionView): string {
  if (obstacle !== null) return OBSTACLE_WORDS[obstacle]
  const last = turns.slice(-1)[0]
  return state === 'returned' && last ? `${last.by} 退回：${last.note}` : ''
}

const Notices = ({ view, trouble }: { view: SubmissionView; trouble: string }) => {
  const worries = [trouble, worryOf(view)].filter((words) => words !== '')
  return (
    <View className='pad form-notices'>
      {worries.map((words) => <Notice key={words} icon='warn' tone='warn'>{words}</Notice>)}
      {worries.length === 0 && view.submission.state === 'waiting' && <Notice>{MEANWHILE}</Notice>}
    </View>
  )
}

const Body = ({ view, trouble }: { view: SubmissionView; trouble: string }) => {
  const { submission } = view
  return (
    <View className='handed'>
      <Notices view={view} trouble={trouble} />
      <Section title={view.old === null ? '证上写的' : '新旧对照'}><Compare view={view} /></Section>
      <Devices view={view} />
      {submission.certificateId !== null && <View className='pad handed__to'><Button kind='text' onClick={() => goTo('/pages/certificate/record/detail', { id: submission.certificateId ?? '' })}>看这张证</Button></View>}
      <Turns view={view} />
    </View>
  )
}

/** 退回 asks why, because the submitter is told. */
const ReturnSheet = ({ deciding, onClose }: { deciding: Deciding; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = tried && reason.trim() === ''
  const send = async () => {
    setTried(true)
    if (reason.trim() !== '') {
      await deciding.giveBack(reason)
      onClose()
    }
  }
  return (
    <Sheet open title='退回给提交人' onClose={onClose} footer={<Button wide busy={deciding.busy} onClick={() => void send()}>退回，提交人会看到原因</Button>}>
      <Chips label='常用原因' items={COMMON_REASONS.map((text) => ({ value: text, text }))} value={reason} onChange={setReason} />
      <TextAreaField label='退回原因' last value={reason} maxLength={SUBMISSION_LIMITS.reason} error={missing ? submissionFailure('submission.reason-missing') : undefined} onChange={setReason} />
    </Sheet>
  )
}

const OwnActions = ({ view, deciding }: { view: SubmissionView; deciding: Deciding }) => {
  const { id, state } = view.submission
  return (
    <BottomBar>
      <Button kind='line' busy={deciding.busy} onClick={() => void deciding.withdraw()}>撤回</Button>
      {state === 'returned' && <Button onClick={() => goTo('/pages/certificate/record/submit', { id })}>改好再提交</Button>}
    </BottomBar>
  )
}

const ReviewActions = ({ view, deciding, onReturn }: { view: SubmissionView; deciding: Deciding; onReturn: () => void }) => (
  <BottomBar>
    <Button kind='line' disabled={deciding.busy} onClick={onReturn}>退回</Button>
    <Button busy={deciding.busy} disabled={view.obstacle !== null} onClick={() => void deciding.approve()}>通过</Button>
  </BottomBar>
)

const isOpen = ({ isOwn, submission: { state } }: SubmissionView): boolean => isOwn && (state === 'waiting' || state === 'returned')

const TRAIL = ['证照管理', '换证审核', '详情']

const Loaded = ({ view, reload }: { view: SubmissionView; reload: () => Promise<void> }) => {
  const deciding = useDeciding(view, reload)
  const [returning, setReturning] = useState(false)
  const actions = view.mayReview ? <ReviewActions view={view} deciding={deciding} onReturn={() => setReturning(true)} /> : isOpen(view) && <OwnActions view={view} deciding={deciding} />
  return (
    <PageFrame title='提交详情' back={() => goBack(LIST)} breadcrumb={TRAIL} heading={<Heading view={view} />} footer={actions || undefined}>
      <Body view={view} trouble={deciding.trouble} />
      {returning && <ReturnSheet deciding={deciding} onClose={() => setReturning(false)} />}
    </PageFrame>
  )
}

/** One submission: old and new side by side, and what the one who looks may do with it (B16). */
export const SubmissionRecord = ({ id }: { id: string }) => {
  const { data, failure, reload } = useOperation(getSubmission, { id })
  if (data !== undefined) return <Loaded view={data} reload={reload} />
  return (
    <PageFrame title='提交详情' back={() => goBack(LIST)} breadcrumb={TRAIL}>
      {failure === null ? <Skeleton shape='text' rows={8} /> : <ErrorState failure={failure} safe='提醒由服务器发送，不受影响。' onRetry={() => void reload()} />}
    </PageFrame>
  )
}
