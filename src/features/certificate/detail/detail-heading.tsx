import { View } from '@tarojs/components'
import { stateOf } from '../../../../domain/certificate/validity'
import { stateLine } from '../../../ui/certificate-state'
import { Mark, markOf } from '../../../ui/mark'
import { EM } from '../day-words'
import { nameOf } from '../sentence'
import type { CertificateView } from './use-certificate-detail'

/** The one answer of the page: 「▲ 剩 15 天」, and whose certificate it is. */
export const DetailHeading = ({ view: { certificate, today, type } }: { view: CertificateView }) => {
  const { form, handling } = certificate
  const { state, days } = stateOf({ ...form, handling }, today)
  const mark = markOf(state)
  const answer = state === 'ok' || state === 'within-180' ? `正常，剩 ${days} 天` : stateLine(state, days)
  const about = form.longTerm ? [form.number] : [form.number, `有效期至 ${form.expiresOn ?? ''}`]
  return (
    <View className='cert-head'>
      <View className={`lead cert-head__a st--${mark}`} role='heading' aria-level='1'><Mark state={mark} /><View>{answer}</View></View>
      <View className='sub'>{[nameOf(form) || type.name, ...about].filter((words, index, all) => words !== '' && all.indexOf(words) === index).join(EM)}</View>
    </View>
  )
}
