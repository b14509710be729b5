import { View } from '@tarojs/components'
import { goTo } from '../../../platform/navigate'
import { Icon } from '../../../ui/icon'
import { Notice } from '../../../ui/notice'
import { Press } from '../../../ui/press'
import { Section } from '../../../ui/section'
import { ToldPeople } from '../form/told-people'
import { toldWords } from '../reach-words'
import { nextWords } from './next-words'
import type { CertificateView } from './use-certificate-detail'

/** When it is told next or why not, whom, and the way to the record (B5, B7). */
export const DetailReminder = ({ view: { certificate } }: { view: CertificateView }) => (
  <Section title='提醒'>
    <Notice icon='cal'><View className='ink1 num plan-note'>{nextWords(certificate)}</View></Notice>
    <ToldPeople people={certificate.recipients.map((person) => toldWords(person, certificate.form.channels))} />
    <Press className='cert-link' onClick={() => goTo('/pages/certificate/record/deliveries', { id: certificate.id })}>
      <View className='grow'>送达记录</View>
      <Icon name='right' size={18} />
    </Press>
  </Section>
)
