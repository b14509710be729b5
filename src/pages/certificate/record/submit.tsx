import { SubmitForm } from '../../../features/certificate/submission/submit-form'
import { useSubmit, type SubmitDesk } from '../../../features/certificate/submission/use-submit'
import { goBack, replaceWith, useParams } from '../../../platform/navigate'
import { toast } from '../../../platform/toast'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { ErrorState } from '../../../ui/error-state'
import { Notice } from '../../../ui/notice'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '提交审核' })

const titleOf = (isRenewal: boolean): string => (isRenewal ? '提交换证' : '提交新证')

const Bar = ({ desk: { trouble, busy }, onSend }: { desk: SubmitDesk; onSend: () => void }) => (
  <BottomBar note={trouble === '' ? '设备科或科室负责人审核通过后生效' : <Notice icon='warn' tone='warn'>{trouble}</Notice>}>
    <Button busy={busy} onClick={onSend}>提交审核</Button>
  </BottomBar>
)

const Waiting = ({ failure, reload }: Pick<ReturnType<typeof useSubmit>, 'failure' | 'reload'>) =>
  (failure === null ? <Skeleton shape='text' /> : <ErrorState failure={failure} onRetry={() => void reload()} />)

/** 提交换证 of a certificate, 提交新证, or once more what was returned (B16). */
export default function SubmitPage() {
  const { certificate = null, id = null } = useParams()
  const { desk, failure, reload } = useSubmit({ certificateId: certificate, submissionId: id })
  const send = async () => {
    const sent = await desk?.send()
    if (!sent) return
    toast('已提交，等审核')
    replaceWith('/pages/certificate/record/submission', { id: sent })
  }
  const title = titleOf(desk?.isRenewal ?? certificate !== null)
  return (
    <PageFrame title={title} back={() => goBack('/pages/certificate/record/mine')} breadcrumb={['我的', '我的证书', title]} footer={desk ? <Bar desk={desk} onSend={() => void send()} /> : undefined}>
      {desk ? <SubmitForm desk={desk} /> : <Waiting failure={failure} reload={reload} />}
    </PageFrame>
  )
}
