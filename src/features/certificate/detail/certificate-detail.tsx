import { View } from '@tarojs/components'
import { goTo } from '../../../platform/navigate'
import { useIsWide } from '../../../platform/width'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/section'
import { MENU_NAMES } from '../menu-names'
import { OriginalSection } from '../original/original-section'
import { DetailChain } from './detail-chain'
import { DetailFacts } from './detail-facts'
import { DetailDevices } from './detail-devices'
import { DetailFiles } from './detail-files'
import { DetailHandling } from './detail-handling'
import { DetailWaiting } from './detail-waiting'
import { DetailReminder } from './detail-reminder'
import { ShareLink } from './share-link'
import type { CertificateView } from './use-certificate-detail'
import './detail.scss'

/** The certificate's page: what it is, whom it concerns, what happens next (B7). The desk has the second half in the column beside. */
export const CertificateDetail = ({ view }: { view: CertificateView }) => {
  const wide = useIsWide()
  return (
    <View>
      <DetailWaiting view={view} />
      {!wide && <DetailReminder view={view} />}
      {!wide && <DetailHandling view={view} />}
      {(view.type.needsDevice || view.certificate.devices.length > 0) && <DetailDevices view={view} />}
      <Section title='证照信息' action={<ShareLink id={view.certificate.id} noun={MENU_NAMES[view.type.menu].short} expiresOn={view.certificate.form.expiresOn} />}><DetailFacts view={view} /></Section>
      <DetailFiles view={view} />
      <OriginalSection certificateId={view.certificate.id} today={view.today} />
      <DetailChain view={view} />
      <Section title='修改记录' action={<Button kind='text' label='打开修改记录' onClick={() => goTo('/pages/certificate/record/history', { id: view.certificate.id })}>打开</Button>} />
    </View>
  )
}

/** The desk's column: next send, people, handling, record. */
export const CertificateBeside = ({ view }: { view: CertificateView }) => (
  <View>
    <DetailReminder view={view} />
    <DetailHandling view={view} />
  </View>
)
