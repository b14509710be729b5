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
import { HolderProposals } from './holder-proposals'
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

type PersonName = 'gender' | 'birthMonth' | 'title' | 'operableDevice'
const PERSON: readonly PersonName[] = ['gender', 'birthMonth', 'title', 'operableDevice']

const PersonField = ({ desk, name }: Props & { name: PersonName }) => {
  const { gender, birthMonth, title } = desk.draft.form
  const about = { label: LABELS[name], required: desk.demands(name), error: desk.errorOf(name) }
  if (name === 'gender') return <SelectField {...about} value={gender} options={GENDERS} onChange={(value) => desk.set({ gender: value as Gender | null })} />
  if (name === 'birthMonth') return <DateField {...about} precision='month' value={birthMonth} onChange={(value) => desk.set({ birthMonth: value })} />
  if (name === 'operableDevice') return <FormText desk={desk} name='operableDevice' />
  return <SelectField {...about} value={title === '' ? null : title} options={titleOptions(title)} hint={titleHint(desk.rules.type, desk.draft.form)} onChange={(value) => desk.set({ title: value ?? '' })} />
}

const PersonFields = ({ desk, names = PERSON }: Props & { names?: readonly PersonName[] }) => <>{names.map((name) => <PersonField key={name} desk={desk} name={name} />)}</>

const FOLDED_LABELS: Readonly<Record<PersonName, string>> = { gender: '性别', birthMonth: '出生年月', title: '职称', operableDevice: '可操作设备' }

/** 「性别、职称等」 */
const foldedLabel = (names: readonly PersonName[]): string =>
  (names.length === PERSON.length ? '性别、职称等' : `${[...names.map((name) => FOLDED_LABELS[name]), '描述'].slice(0, 2).join('、')}等`)

function foldedWords({ draft: { form } }: CertificateFormDesk, names: readonly PersonName[]): string {
  const said: Readonly<Record<PersonName, string>> = { gender: form.gender === null ? '' : GENDER_WORDS[form.gender], birthMonth: form.birthMonth ?? '', title: form.title, operableDevice: form.operableDevice }
  return names.map((name) => said[name]).filter((words) => words !== '').join(EM)
}

/**
 * On the phone 性别, 出生年月, 职称 and 可操作大型设备名称 are one line that opens in place, so that the form stays within sixteen fields. What the
 * type demands of them stands open, and 描述 goes into the fold in its place.
 */
const PhonePerson = ({ desk }: Props) => {
  const [open, setOpen] = useState(false)
  const wanted = PERSON.filter((name) => desk.demands(name) || desk.errorOf(name) !== undefined)
  const rest = PERSON.filter((name) => !wanted.includes(name))
  const description = <FormText key='description' desk={desk} name='description' />
  if (open) return <><PersonFields desk={desk} />{wanted.length > 0 && description}</>
  return (
    <>
      <PersonFields desk={desk} names={wanted} />
      {rest.length === 0 ? description : <OpenField down label={foldedLabel(rest)} value={foldedWords(desk, rest)} placeholder='请选择' onOpen={() => setOpen(true)} />}
    </>
  )
}

const demandsPerson = (desk: CertificateFormDesk): boolean => PERSON.some((name) => desk.demands(name) || desk.errorOf(name) !== undefined)

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

/** 姓名, with the people it may be (S20). Choosing one fills 职称 where none stands. */
const HolderField = ({ desk }: Props) => {
  const { holderName, title } = desk.draft.form
  return (
    <View className='fields__w'>
      <FormText desk={desk} name='holderName' />
      <HolderProposals typed={holderName} onChoose={(person) => desk.set({ holderName: person.name, ...(title === '' && { title: person.title }) })} />
    </View>
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
      <HolderField desk={desk} />
      {wide ? <PersonFields desk={desk} /> : <PhonePerson desk={desk} />}
      <DateField label={LABELS.issuedOn} value={desk.draft.form.issuedOn} required={desk.demands('issuedOn')} error={desk.errorOf('issuedOn')} onChange={(value) => desk.set({ issuedOn: value })} />
      <ExpiryField desk={desk} />
      {!wide && !demandsPerson(desk) && <FormText desk={desk} name='description' last />}
    </>
  )
}
