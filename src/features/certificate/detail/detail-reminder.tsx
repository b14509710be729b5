import { View } from '@tarojs/components'
import { calendarEntry } from '../../../../domain/certificate/calendar-entry'
import { addToCalendar } from '../../../platform/add-to-calendar'
import { goTo } from '../../../platform/navigate'
import { useMay } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { Icon } from '../../../ui/icon'
import { Notice } from '../../../ui/notice'
import { Press } from '../../../ui/press'
import { Section } from '../../../ui/section'
import { ToldPeople } from '../form/told-people'
import { toldWords } from '../reach-words'
import { nextWords } from './next-words'
import type { CertificateView } from './use-certificate-detail'

/** Who is ticked for 微信 and has not bound can be handed a code, by those who may. */
const BindCodes = ({ certificate }: Pick<CertificateView, 'certificate'>) => {
  const mayInvite = useMay('account.invite')
  const unbound = certificate.form.channels.wechat && certificate.recipients.some(({ reach }) => !reach.bound)
  return mayInvite && unbound ? <Button kind='text' onClick={() => goTo('/pages/work/account/accounts')}>去发绑定码</Button> : null
}

/** B21: whoever looks at it may also have it in the calendar of his own phone. */
const OwnCalendar = ({ view: { certificate, today } }: { view: CertificateView }) => {
  const entry = calendarEntry({ ...certificate.form, deviceNames: certificate.devices.map(({ name }) => name) }, today)
  return entry && <Button kind='text' onClick={() => void addToCalendar(entry)}>加到手机日历</Button>
}

/** When it is told next or why not, whom, and the way to the record (B5, B7). */
export const DetailReminder = ({ view }: { view: CertificateView }) => {
  const { certificate } = view
  return (
    <Section title='提醒' action={<OwnCalendar view={view} />}>
      <Notice icon='cal'><View className='ink1 plan-note'>{nextWords(certificate)}</View></Notice>
      <ToldPeople people={certificate.recipients.map((person) => toldWords(person, certificate.form.channels))} />
      <BindCodes certificate={certificate} />
      <Press className='cert-link' onClick={() => goTo('/pages/certificate/record/deliveries', { id: certificate.id })}>
        <View className='grow'>送达记录</View>
        <Icon name='right' size={18} />
      </Press>
    </Section>
  )
}
