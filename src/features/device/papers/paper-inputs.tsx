import { View } from '@tarojs/components'
import { CERTIFICATE_LIMITS, GENDERS, type CertificateForm } from '../../../../domain/certificate/certificate'
import { TITLES } from '../../../../domain/certificate/title'
import { isPlanMenu } from '../../../../domain/certificate/type-menu'
import { CheckRow } from '../../../ui/choice-row'
import { DateField } from '../../../ui/date-field'
import { NumberField } from '../../../ui/number-field'
import { SelectField } from '../../../ui/select-field'
import { TextAreaField } from '../../../ui/text-area-field'
import { TextField } from '../../../ui/text-field'
import { TimeField } from '../../../ui/time-field'
import type { PaperDesk } from './paper-desk'
import { PAPER_WORDS } from './paper-words'

interface Props { desk: PaperDesk }
type TextName = 'issuer' | 'number' | 'holderName' | 'operableDevice'

const LABELS: Readonly<Record<TextName, string>> = { issuer: '颁证单位', number: '证件号', holderName: '姓名', operableDevice: '可操作大型设备名称' }

const Text = ({ desk, name }: Props & { name: TextName }) => (
  <TextField
    label={LABELS[name]}
    value={desk.paper.form[name]}
    maxLength={CERTIFICATE_LIMITS[name]}
    required={desk.type.requiredFields.includes(name) || (name === 'holderName' && desk.type.needsPerson)}
    error={desk.errorOf(name)}
    onChange={(typed) => desk.set({ [name]: typed })}
  />
)

/** Only where there is something to choose. */
const Type = ({ desk }: Props) => {
  if (desk.types.length < 2) return null
  const choose = (id: string | null) => {
    const type = desk.types.find((one) => one.id === id)
    if (type) desk.choose(type)
  }
  return <SelectField label={isPlanMenu(desk.type.menu) ? '计划类型' : '证件类型'} value={desk.type.id} options={desk.types.map(({ id, name }) => ({ value: id, label: name }))} error={desk.errorOf('typeId')} onChange={choose} />
}

const GENDER_OPTIONS = GENDERS.map((value) => ({ value, label: value === 'male' ? '男' : '女' }))
const TITLE_OPTIONS = TITLES.map(({ name }) => ({ value: name, label: name }))

/** Who holds it (S20–S24). */
const Person = ({ desk }: Props) => {
  const { gender, birthMonth, title } = desk.paper.form
  return (
    <>
      <Text desk={desk} name='holderName' />
      <SelectField label='性别' value={gender} options={GENDER_OPTIONS} error={desk.errorOf('gender')} onChange={(value) => desk.set({ gender: GENDERS.find((each) => each === value) ?? null })} />
      <DateField label='出生年月' precision='month' value={birthMonth} error={desk.errorOf('birthMonth')} onChange={(value) => desk.set({ birthMonth: value })} />
      <SelectField label='职称' value={title === '' ? null : title} options={TITLE_OPTIONS} error={desk.errorOf('title')} onChange={(value) => desk.set({ title: value ?? '' })} />
      <Text desk={desk} name='operableDevice' />
    </>
  )
}

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value)

const Cycle = ({ desk }: Props) => (
  <NumberField required label='周期' unit='个月' value={known(desk.paper.form.cycleMonths)} error={desk.errorOf('cycleMonths')} onChange={(months) => desk.set({ cycleMonths: months ?? NaN })} />
)

/** 签发日期 and 有效期至; of a plan 上次日期 and 下次到期, which follows from the cycle and may be written over. */
const Days = ({ desk }: Props) => {
  const { issuedOn, expiresOn, longTerm } = desk.paper.form
  const words = PAPER_WORDS[desk.tab]
  const planned = isPlanMenu(desk.type.menu)
  return (
    <>
      <DateField label={words.issuedOn} value={issuedOn} required={desk.type.requiredFields.includes('issuedOn')} error={desk.errorOf('issuedOn') ?? desk.errorOf('validFrom')} onChange={(day) => desk.set({ issuedOn: day, validFrom: day })} />
      {!longTerm && <DateField required label={words.expiresOn} value={expiresOn} hint={planned ? '按周期算出，可以改' : undefined} error={desk.errorOf('expiresOn')} onChange={(day) => desk.set({ expiresOn: day })} />}
      {!planned && <View className='dlong'><CheckRow last text='长期有效' chosen={longTerm} onClick={() => desk.set({ longTerm: !longTerm })} /></View>}
    </>
  )
}

const lead = ({ leadDays }: CertificateForm): number | null => (Number.isNaN(leadDays) ? null : leadDays)

/** The fields of one paper: short for a plan, the guide's own for a certificate (S18–S29). */
export const PaperInputs = ({ desk }: Props) => {
  const { tab, paper: { form } } = desk
  const planned = isPlanMenu(desk.type.menu)
  return (
    <>
      <Type desk={desk} />
      {planned ? <Cycle desk={desk} /> : <><Text desk={desk} name='issuer' /><Text desk={desk} name='number' /></>}
      {tab === 'device-certificate' && <Person desk={desk} />}
      <Days desk={desk} />
      <NumberField label='提前预警时间(天)' value={lead(form)} error={desk.errorOf('leadDays')} onChange={(days) => desk.set({ leadDays: days ?? NaN })} />
      <TimeField label='发送时间' value={form.sendTime} error={desk.errorOf('sendTime')} onChange={(sendTime) => desk.set({ sendTime })} />
      <TextAreaField label={planned ? '说明' : '描述'} value={form.description} maxLength={CERTIFICATE_LIMITS.description} error={desk.errorOf('description')} onChange={(description) => desk.set({ description })} />
    </>
  )
}
