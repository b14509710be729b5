import { View } from '@tarojs/components'
import { useState } from 'react'
import { CERTIFICATE_LIMITS, type Gender } from '../../../../domain/certificate/certificate'
import { TITLES } from '../../../../domain/certificate/title'
import { useIsWide } from '../../../platform/width'
import { DateField } from '../../../ui/date-field'
import { DayInput } from '../../../ui/day-input'
import { Field } from '../../../ui/field'
import { Icon } from '../../../ui/icon'
import { Press } from '../../../ui/press'
import { SelectField } from '../../../ui/select-field'
import { TextField } from '../../../ui/text-field'
import { EM } from '../day-words'
import { GENDER_WORDS } from '../wording'
import { LABELS } from './field-labels'
import { OpenField } from './open-field'
import { TypeField } from './type-field'
import { expiryHint, titleHint } from './type-hints'
import type { CertificateFormDesk } from './use-certificate-form'

interface Props {
  desk: CertificateFormDesk
}

type TextName = 'issuer' | 'number' | 'holderName' | 'operableDevice' | 'description'

export const FormText = ({ desk, name, last }: Props & { name: TextName; last?: boolean }) => (
  <TextField
    label={LABELS[name]}
    value={desk.draft.form[name]}
    maxLength={CERTIFICATE_LIMITS[name]}
    error={desk.errorOf(name)}
    required={desk.demands(name)}
    last={last}
    onChange={(value) => desk.set({ [name]: value })}
  />
)

const GENDERS = Object.entries(GENDER_WORDS).map(([value, label]) => ({ value, label }))

/** The proposals, and what stands there already if it is another (S23). */
const titleOptions = (present: string) => {
  const names = TITLES.map(({ name }) => name)
  return (present === '' || names.includes(present) ? names : [present, ...names]).map((name) => ({ value: name, label: name }))
}

const PersonFields = ({ desk }: Props) => {
  const { gender, birthMonth, title } = desk.draft.form
  return (
    <>
      <SelectField label={LABELS.gender} value={gender} options={GENDERS} required={desk.demands('gender')} error={desk.errorOf('gender')} onChange={(value) => desk.set({ gender: value as Gender | null })} />
      <DateField label={LABELS.birthMonth} precision='month' value={birthMonth} required={desk.demands('birthMonth')} error={desk.errorOf('birthMonth')} onChange={(value) => desk.set({ birthMonth: value })} />
      <SelectField label={LABELS.title} value={title === '' ? null : title} options={titleOptions(title)} required={desk.demands('title')} error={desk.errorOf('title')} hint={titleHint(desk.rules.type, desk.draft.form)} onChange={(value) => desk.set({ title: value ?? '' })} />
      <FormText desk={desk} name='operableDevice' />
    </>
  )
}

/** On the phone 性别, 出生年月, 职称 and 可操作大型设备名称 are one line that opens in place, so that the form stays within sixteen fields. */
const FoldedPerson = ({ desk }: Props) => {
  const { gender, birthMonth, title, operableDevice } = desk.draft.form
  const wanted = (['gender', 'birthMonth', 'title', 'operableDevice'] as const).some((field) => desk.demands(field) || desk.errorOf(field) !== undefined)
  const [open, setOpen] = useState(false)
  if (open || wanted) return <PersonFields desk={desk} />
  const said = [gender === null ? '' : GENDER_WORDS[gender], birthMonth ?? '', title, operableDevice].filter((words) => words !== '')
  return <OpenField down label='性别、职称、可操作设备等' value={said.join(EM)} placeholder='请选择' onOpen={() => setOpen(true)} />
}

/** 有效期至, and 长期有效 beside it: one of the two. */
const ExpiryField = ({ desk }: Props) => {
  const { longTerm, expiresOn } = desk.draft.form
  return (
    <Field label={LABELS.expiresOn} error={desk.errorOf('expiresOn')} hint={expiryHint(desk.rules.type, desk.draft.form)}>
      {longTerm ? <View className='grow ink3'>长期有效，不提醒</View> : <DayInput value={expiresOn} onChange={(value) => desk.set({ expiresOn: value })} />}
      <Press className='long-term' role='checkbox' chosen={longTerm} onClick={() => desk.set({ longTerm: !longTerm })}>
        <View className={`box ${longTerm ? 'box--on' : ''}`}>{longTerm && <Icon name='check' size={16} />}</View>
        <View className='long-term__w'>{LABELS.longTerm}</View>
      </Press>
    </Field>
  )
}

/** 基础设置 (S18–S26, S29) in the guide's order; 描述 stands last on the phone, after 发送时间 on the desk. */
export const BasicFields = ({ desk }: Props) => {
  const wide = useIsWide()
  return (
    <>
      <TypeField desk={desk} />
      <FormText desk={desk} name='issuer' />
      <FormText desk={desk} name='number' />
      <FormText desk={desk} name='holderName' />
      {wide ? <PersonFields desk={desk} /> : <FoldedPerson desk={desk} />}
      <DateField label={LABELS.issuedOn} value={desk.draft.form.issuedOn} required={desk.demands('issuedOn')} error={desk.errorOf('issuedOn')} onChange={(value) => desk.set({ issuedOn: value })} />
      <ExpiryField desk={desk} />
      {!wide && <FormText desk={desk} name='description' last />}
    </>
  )
}
