import { View } from '@tarojs/components'
import { certificateChain } from '../../../../contract/certificate'
import type { OutputOf } from '../../../../contract/operation'
import { useOperation } from '../../../platform/use-operation'
import { Section } from '../../../ui/section'
import { Thumb } from '../../../ui/thumb'
import { shortDay } from '../day-words'
import { useViewer, viewScan } from '../view-scan'
import type { CertificateView } from './use-certificate-detail'

type Cycle = OutputOf<typeof certificateChain>['cycles'][number]

const spanWords = ({ validFrom, issuedOn, expiresOn, longTerm }: Cycle): string =>
  `${validFrom ?? issuedOn ?? '未填'} 至 ${longTerm || expiresOn === null ? '长期有效' : expiresOn}`

const Former = ({ cycle, viewer }: { cycle: Cycle; viewer: string }) => (
  <View className='cert-cycle'>
    <View className='sub ink1 num'>{`第 ${cycle.cycle} 个周期\u3000${spanWords(cycle)}`}</View>
    <View className='cap num'>{[cycle.number, `${cycle.closedBy} 于 ${shortDay(cycle.closedAt)} 换证`].filter((fact) => fact !== '').join('\u3000')}</View>
    {cycle.gapDays > 0 && <View className='cap cert-gap num'>{`曾断档 ${cycle.gapDays} 天`}</View>}
    {cycle.attachments.length > 0 && (
      <View className='thumbs'>{cycle.attachments.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void viewScan(file, viewer)} />)}</View>
    )}
  </View>
)

/** 换证记录 (B13): former cycles with their scans, newest first, and the days between two on which nothing was valid. */
export const DetailChain = ({ view: { certificate } }: { view: CertificateView }) => {
  const { data } = useOperation(certificateChain, certificate.cycle > 1 ? { id: certificate.id } : null)
  const viewer = useViewer()
  if (data === undefined || data.cycles.length === 0) return null
  return <Section title='换证记录' note={`已换证 ${data.cycles.length} 次`}>{data.cycles.map((cycle) => <Former key={cycle.cycle} cycle={cycle} viewer={viewer} />)}</Section>
}
