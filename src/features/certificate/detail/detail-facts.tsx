import { View } from '@tarojs/components'
import { shortSendTime } from '../../../../domain/kernel/send-time'
import { Fact } from '../../../ui/fact'
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

export const DetailFacts = ({ view: { certificate, type } }: { view: CertificateView }) => (
  <View>
    <View className='facts'>{(certificate.form.cycleMonths === undefined ? factsOf : factsOfPlan)(certificate.form, type.name).map(([name, value]) => <Fact key={name} name={name}>{value}</Fact>)}</View>
    <View className='cap cert-made num'>{`${certificate.createdBy} 于 ${shortDay(certificate.createdAt)} 录入；${certificate.updatedBy} 于 ${shortDay(certificate.updatedAt)} 修改`}</View>
  </View>
)
