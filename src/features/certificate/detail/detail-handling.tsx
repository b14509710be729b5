import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Section } from '../../../ui/section'
import { handledWords, standing } from './next-words'
import type { CertificateView } from './use-certificate-detail'

const Handled = ({ handling }: { handling: CertificateView['certificate']['handling'] }) => handling && (
  <View>
    <View className='sub ink1 cert-handled'>{handledWords(handling)}</View>
    {handling.note !== '' && <View className='cap'>{handling.note}</View>}
  </View>
)

/** 处理记录: who handled the warning, when, how and why, and 恢复提醒 (S35, B1). */
export const DetailHandling = ({ view }: { view: CertificateView }) => {
  const { certificate, today } = view
  const { handling, cycle } = certificate
  const silent = standing(certificate, today) !== null
  if (handling === null && cycle === 1) return null
  return (
    <Section title='处理记录'>
      <Handled handling={handling} />
      {cycle > 1 && <View className='cap cert-handled num'>{`第 ${cycle} 个周期，已换证 ${cycle - 1} 次`}</View>}
      {view.trouble !== '' && <Notice icon='warn' tone='warn'>{view.trouble}</Notice>}
      {silent && certificate.mayHandle && <Button kind='text' busy={view.reopening} onClick={() => void view.reopen()}>恢复提醒</Button>}
    </Section>
  )
}
