import { View } from '@tarojs/components'
import type { JobRow } from '../../../../contract/job'
import { fieldWords, isFieldCode } from '../../../features/certificate/wording'
import { JobRecord } from '../../../features/job/job-record'
import { useJob } from '../../../features/job/use-job'
import { jobFailureWords, jobHeading } from '../../../features/job/wording'
import { confirm } from '../../../platform/confirm'
import { goBack, useParams } from '../../../platform/navigate'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { ErrorState } from '../../../ui/error-state'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '办理进度' })

type Asked = ReturnType<typeof useJob>

const wordsOf = ({ code, detail }: JobRow['problems'][number]): string => (isFieldCode(code) ? fieldWords(code) : jobFailureWords(code, detail))

const Step = ({ asked: { job, busy, begin, takeBack } }: { asked: Asked }) => {
  if (job?.mayRun && job.state === 'ready') return <Button onClick={begin} busy={busy}>开始办理</Button>
  if (!job?.mayUndo) return null
  const ask = async (): Promise<void> => {
    if (await confirm({ title: '撤销这次办理', text: `把 ${job.applied} 条恢复成办理以前的样子；之后有人改过的不动。`, yes: '撤销' })) takeBack()
  }
  return <Button kind='line' onClick={() => void ask()} busy={busy}>撤销这次办理</Button>
}

const Body = ({ asked: { job, failure, retry } }: { asked: Asked }) => (
  <View>
    {failure && <ErrorState failure={failure} safe='已经办好的不受影响，没办完的由服务器继续。' onRetry={retry} />}
    {!job && !failure && <Skeleton />}
    {job && <JobRecord job={job} wordsOf={wordsOf} />}
  </View>
)

/** One job: how far it is, what was refused and why, and the way back (B20). */
export default function JobPage() {
  const { id = '' } = useParams()
  const asked = useJob(id)
  return (
    <PageFrame
      title='办理进度'
      breadcrumb={['办理进度']}
      back={() => goBack('/pages/certificate/list')}
      heading={<View className='grow'><View className='lead' role='heading' aria-level='1'>{asked.job ? jobHeading(asked.job) : '办理进度'}</View><View className='ink3'>{asked.job?.title ?? ''}</View></View>}
      footer={asked.job && (asked.job.mayUndo || asked.job.state === 'ready') ? <BottomBar><Step asked={asked} /></BottomBar> : undefined}
    >
      <Body asked={asked} />
    </PageFrame>
  )
}
