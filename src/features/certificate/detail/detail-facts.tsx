import { View } from '@tarojs/components'
import { useState } from 'react'
import { unmaskCertificate } from '../../../../contract/certificate'
import type { OutputOf } from '../../../../contract/operation'
import { shortSendTime } from '../../../../domain/kernel/send-time'
import { useCommand } from '../../../platform/use-operation'
import { useSelf } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { Fact } from '../../../ui/fact'
import { Notice } from '../../../ui/notice'
import { shortDay } from '../day-words'
import { GENDER_WORDS } from '../wording'
import type { CertificateView } from './use-certificate-detail'

type Fields = CertificateView['certificate']['form']

/** In the guide's order, under its names. */
const factsOf = (form: Fields, typeName: string): ReadonlyArray<readonly [name: string, value: string]> => [
  ['证件类型', typeName],
  ['颁证单位', form.issuer],
  ['证件号', form.number],
  ['姓名', form.holderName],
  ['性别', form.gender === null ? '' : GENDER_WORDS[form.gender]],
  ['出生年月', form.birthMonth ?? ''],
  ['职称', form.title],
  ['可操作大型设备名称', form.operableDevice],
  ['签发日期', form.issuedOn ?? ''],
  ['有效期至', form.longTerm ? '长期有效' : (form.expiresOn ?? '')],
  ['提前预警时间(天)', String(form.leadDays)],
  ['发送时间', shortSendTime(form.sendTime)],
  ['描述', form.description],
]

/** 保养计划 and 计量计划 (S48): neither number nor holder, and a cycle. */
const factsOfPlan = (form: Fields, typeName: string): ReturnType<typeof factsOf> => [
  ['计划', typeName],
  ['周期', `${form.cycleMonths ?? ''} 个月`],
  ['上次日期', form.issuedOn ?? ''],
  ['下次到期', form.expiresOn ?? ''],
  ['提前预警时间(天)', String(form.leadDays)],
  ['发送时间', shortSendTime(form.sendTime)],
  ['说明', form.description],
]

type Whole = OutputOf<typeof unmaskCertificate>

/** For whoever sees them masked (只读): whole on asking, which is put on record. */
function useWhole(id: string) {
  const { run, busy, failure } = useCommand(unmaskCertificate)
  const [whole, setWhole] = useState<Whole | null>(null)
  return { whole, busy, failure, see: () => void run({ id }).then(setWhole) }
}

const Hidden = ({ asked: { whole, busy, failure, see } }: { asked: ReturnType<typeof useWhole> }) => (
  <View className='cert-whole'>
    {whole === null ? <Button kind='text' busy={busy} onClick={see}>看完整的证件号和出生年月</Button> : <View className='cap'>这次查看已记入审计日志。</View>}
    {failure && <Notice tone='warn' icon='warn'>{failure.message}</Notice>}
  </View>
)

const Made = ({ certificate }: { certificate: CertificateView['certificate'] }) => (
  <View className='cap cert-made num'>{`${certificate.createdBy} 于 ${shortDay(certificate.createdAt)} 录入；${certificate.updatedBy} 于 ${shortDay(certificate.updatedAt)} 修改`}</View>
)

export const DetailFacts = ({ view: { certificate, type } }: { view: CertificateView }) => {
  const asked = useWhole(certificate.id)
  const { state, actions } = useSelf()
  const isPlan = certificate.form.cycleMonths !== undefined
  const hides = state === 'known' && !actions.includes('certificate.write') && !isPlan
  const facts = (isPlan ? factsOfPlan : factsOf)({ ...certificate.form, ...asked.whole }, type.name)
  return (
    <View>
      <View className='facts'>{facts.map(([name, value]) => <Fact key={name} name={name}>{hides && asked.whole === null && name === '出生年月' ? '已隐藏' : value}</Fact>)}</View>
      {hides && <Hidden asked={asked} />}
      <Made certificate={certificate} />
    </View>
  )
}
