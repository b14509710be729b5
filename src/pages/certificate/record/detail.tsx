import { CertificateBeside, CertificateDetail } from '../../../features/certificate/detail/certificate-detail'
import { DetailHeading } from '../../../features/certificate/detail/detail-heading'
import { useCertificateDetail, type CertificateDetailPage, type CertificateView } from '../../../features/certificate/detail/use-certificate-detail'
import { isPlan } from '../../../features/certificate/plan-handling'
import { MENU_NAMES } from '../../../features/certificate/menu-names'
import { HandlingSheet } from '../../../features/certificate/handling/handling-sheet'
import { goBack, goTo, useParams } from '../../../platform/navigate'
import { useMay } from '../../../platform/use-self'
import { useIsWide } from '../../../platform/width'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorState } from '../../../ui/error-state'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '操作证详情', enableShareAppMessage: true })

/** A plan is edited where its device is (S48): it has a form of its own. */
const editing = ({ certificate: { id, form }, type }: CertificateView): void => {
  const [deviceId = ''] = form.deviceIds
  if (isPlan(form)) goTo('/pages/device/record/detail', { id: deviceId, tab: type.menu })
  else goTo('/pages/certificate/record/edit', { id })
}

/** Only what the user may do with this very certificate. */
const Actions = ({ view, onHandle }: { view: CertificateView; onHandle: () => void }) => {
  const { id, mayWrite, mayHandle, mayNote, waiting, form } = view.certificate
  // Who reviews renews by hand; who does not may hand it in (B16).
  const maySubmit = !useMay('submission.review') && waiting === undefined && mayHandle && !isPlan(form)
  return (
    <BottomBar>
      {mayWrite && <Button kind='line' onClick={() => editing(view)}>修改</Button>}
      {maySubmit && <Button kind='line' onClick={() => goTo('/pages/certificate/record/submit', { certificate: id })}>提交换证</Button>}
      {(mayHandle || mayNote) && <Button onClick={onHandle}>处理</Button>}
    </BottomBar>
  )
}

const mayAct = ({ mayWrite, mayHandle, mayNote }: CertificateView['certificate']): boolean => mayWrite || mayHandle || mayNote

const footerOf = ({ view, openHandling }: CertificateDetailPage) => view && mayAct(view.certificate) && <Actions view={view} onHandle={openHandling} />

const Handling = ({ page: { view, handling, closeHandling, reload }, renews }: { page: CertificateDetailPage; renews: boolean }) => view && handling && (
  <HandlingSheet certificate={view.certificate} account={view.account} today={view.today} renews={renews} onClose={closeHandling} onReload={() => void reload()} />
)

/** For whoever was sent a link to what is not his to see. */
const NotYours = () => (
  <Empty
    text='这张证您看不到'
    note='它不在您能看的范围内，或已被删除。链接不带权限，需要看请找设备科。'
    action={<Button kind='line' onClick={() => goTo('/pages/home/home')}>回首页</Button>}
  />
)

const isNotYours = (code: string | undefined): boolean => code === 'not-found' || code === 'forbidden'

const Waiting = ({ page }: { page: CertificateDetailPage }) => {
  if (isNotYours(page.failure?.code)) return <NotYours />
  return page.failure === null ? <Skeleton /> : <ErrorState failure={page.failure} safe='提醒由服务器发送，不受影响。' onRetry={() => void page.reload()} />
}

const namesOf = (view: CertificateView | null) => MENU_NAMES[view?.type.menu ?? 'device-certificate']

/** What 换证 of a list opens it with. */
const RENEW = 'renew'

/** One certificate (B7); opened with `handle`, it asks at once what is to be done (B1), with 已换证 chosen for who came to renew (B13). */
export default function CertificatePage() {
  const { id = '', handle } = useParams()
  const page = useCertificateDetail(id, handle !== undefined)
  const wide = useIsWide()
  const { view } = page
  const names = namesOf(view)
  return (
    <PageFrame
      title={names.short}
      back={() => goBack('/pages/certificate/list')}
      breadcrumb={['证照管理', names.list, '详情']}
      heading={view && <DetailHeading view={view} />}
      aside={view && wide && <CertificateBeside view={view} />}
      footer={footerOf(page)}
    >
      {view ? <CertificateDetail view={view} /> : <Waiting page={page} />}
      <Handling page={page} renews={handle === RENEW} />
    </PageFrame>
  )
}
