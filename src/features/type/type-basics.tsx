import { View } from '@tarojs/components'
import { TYPE_MENUS } from '../../../domain/certificate/type-menu'
import { DEMANDABLE_FIELDS, isTooShortForReview, leadForReview, TITLE_LEVELS, TYPE_LIMITS, type DemandableField } from '../../../domain/certificate/type'
import { CheckRow } from '../../ui/choice-row'
import { Fields } from '../../ui/fields'
import { Section } from '../../ui/section'
import { SelectField } from '../../ui/select-field'
import { TextAreaField } from '../../ui/text-area-field'
import { TextField } from '../../ui/text-field'
import type { TypeDesk } from './type-desk'
import { TYPE_LABELS, wholeNumber, type TypeForm } from './type-form'
import { DEMAND_WORDS, LEVEL_WORDS, MENU_WORDS } from './wording'

interface Props { desk: TypeDesk }

type NumberName = 'validityMonths' | 'leadDays' | 'reviewDays'

const Figure = ({ desk, name, unit, hint, placeholder }: Props & { name: NumberName; unit: string; hint?: string; placeholder?: string }) => (
  <TextField
    label={TYPE_LABELS[name]}
    keyboard='number'
    maxLength={6}
    value={desk.form[name]}
    mark={unit}
    placeholder={placeholder}
    hint={hint}
    error={desk.errorOf(name)}
    onChange={(value) => desk.put({ [name]: value })}
  />
)

/** The review begins `reviewDays` before 有效期 and takes a month of errands (B32). */
const leadHint = ({ leadDays, reviewDays }: TypeForm): string | undefined => {
  const [lead, review] = [wholeNumber(leadDays), wholeNumber(reviewDays)]
  if (Number.isNaN(lead) || Number.isNaN(review) || !isTooShortForReview({ reviewDays: review }, lead)) return undefined
  return `少于复审窗口加 30 天；新增的证会默认提前 ${leadForReview({ reviewDays: review })} 天`
}

const MENUS = TYPE_MENUS.map((value) => ({ value, label: MENU_WORDS[value] }))
const LEVELS = TITLE_LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value] }))

/** What the type is and which numbers its certificates start with. */
export const TypeBasics = ({ desk }: Props) => {
  const { form, put, errorOf } = desk
  return (
    <Section title='基本'>
      <Fields>
        <TextField required label={TYPE_LABELS.name} value={form.name} maxLength={TYPE_LIMITS.name} error={errorOf('name')} onChange={(name) => put({ name })} />
        <SelectField label={TYPE_LABELS.menu} value={form.menu} options={MENUS} onChange={(value) => put({ menu: TYPE_MENUS.find((menu) => menu === value) ?? form.menu })} />
        <SelectField label={TYPE_LABELS.titleLevel} value={form.titleLevel === 'none' ? null : form.titleLevel} options={LEVELS} placeholder='不限' onChange={(value) => put({ titleLevel: TITLE_LEVELS.find((level) => level === value) ?? null })} />
        <Figure desk={desk} name='validityMonths' unit='个月' placeholder='不固定' hint='不固定或长期有效请留空' />
        <Figure desk={desk} name='leadDays' unit='天' hint={leadHint(form)} />
        <Figure desk={desk} name='reviewDays' unit='天' hint='到期前多少天起可以办复审；不用复审填 0' />
        <TextAreaField full label={TYPE_LABELS.basis} value={form.basis} maxLength={TYPE_LIMITS.basis} placeholder='文件名称、文号、条款' error={errorOf('basis')} onChange={(basis) => put({ basis })} />
      </Fields>
      <View className='cap thint'>各地规定不一，请以属地要求为准。</View>
    </Section>
  )
}

const toggled = (fields: readonly DemandableField[], field: DemandableField): DemandableField[] =>
  DEMANDABLE_FIELDS.filter((each) => (each === field ? !fields.includes(each) : fields.includes(each)))

/** What a certificate of this type must say before it can be saved (B32). 姓名 goes with 需要持证人. */
export const TypeDemands = ({ desk: { form, put } }: Props) => (
  <Section title='这类证必须有什么' note='保存时检查'>
    <View className='tchecks' role='group' aria-label='必须有什么'>
      <CheckRow text={TYPE_LABELS.needsDevice} chosen={form.needsDevice} onClick={() => put({ needsDevice: !form.needsDevice })} />
      <CheckRow text={TYPE_LABELS.needsPerson} chosen={form.needsPerson} onClick={() => put({ needsPerson: !form.needsPerson })} />
      {DEMANDABLE_FIELDS.filter((field) => !(field === 'holderName' && form.needsPerson)).map((field) => (
        <CheckRow key={field} text={DEMAND_WORDS[field]} chosen={form.requiredFields.includes(field)} onClick={() => put({ requiredFields: toggled(form.requiredFields, field) })} />
      ))}
    </View>
  </Section>
)

/** Papers for the review (B36), and whether the type may be chosen at all. */
export const TypeRest = ({ desk: { form, put, errorOf }, certificates }: Props & { certificates: number }) => (
  <>
    <Section title={TYPE_LABELS.papers} note='每行一项'>
      <Fields>
        <TextAreaField full last label='材料清单' value={form.papers} placeholder='如：身份证复印件' error={errorOf('papers')} onChange={(papers) => put({ papers })} />
      </Fields>
    </Section>
    <Section title='启用'>
      <CheckRow
        last
        text='新增操作证时可以选这类证'
        note={form.active ? '不再用时取消勾选即停用' : `已停用；已有的 ${certificates} 张照常提醒`}
        chosen={form.active}
        onClick={() => put({ active: !form.active })}
      />
    </Section>
  </>
)
