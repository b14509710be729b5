import { View } from '@tarojs/components'
import { ROLE_WORDS } from '../../../domain/account/role-words'
import { WORKING_ROLES } from '../../../domain/account/role'
import { TYPE_LIMITS } from '../../../domain/certificate/type'
import { Button } from '../../ui/button'
import { CheckRow } from '../../ui/choice-row'
import { Section } from '../../ui/section'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import type { TypeDesk } from './type-desk'
import type { TypeForm } from './type-form'

type Level = TypeForm['escalation'][number]

/** As the hospitals of the field do it (B9); off until somebody ticks it. */
const PROPOSED: readonly Level[] = [
  { daysBefore: '30', role: 'department-head' }, { daysBefore: '7', role: 'equipment-office' }, { daysBefore: '0', role: 'hospital-admin' },
]
const ROLE_OPTIONS = WORKING_ROLES.map((value) => ({ value, label: ROLE_WORDS[value] }))

const Row = ({ level, place, onChange, onRemove }: { level: Level; place: number; onChange: (level: Level) => void; onRemove: () => void }) => (
  <View className='tlevel'>
    <View className='tlevel__f'>
      <TextField label={`第 ${place} 级：到期前`} keyboard='number' maxLength={4} value={level.daysBefore} mark='天' onChange={(daysBefore) => onChange({ ...level, daysBefore })} />
      <SelectField label={`第 ${place} 级：再通知`} value={level.role} options={ROLE_OPTIONS} onChange={(value) => onChange({ ...level, role: WORKING_ROLES.find((role) => role === value) ?? level.role })} />
    </View>
    <Button kind='text' label={`去掉第 ${place} 级`} onClick={onRemove}>去掉</Button>
  </View>
)

/** 逐级上报: who else is told when nobody has handled it (B9). */
export const TypeEscalation = ({ desk: { form, put, errorOf } }: { desk: TypeDesk }) => {
  const { escalation } = form
  const error = errorOf('escalation')
  const on = escalation.length > 0
  const change = (at: number, level: Level) => put({ escalation: escalation.map((each, index) => (index === at ? level : each)) })
  return (
    <Section title='逐级上报'>
      <CheckRow
        last
        text='一直没有人处理时，再通知上级'
        note='只在提前预警期内；处理以后不再上报'
        chosen={on}
        onClick={() => put({ escalation: on ? [] : [...PROPOSED] })}
      />
      {escalation.map((level, at) => (
        <Row key={at} level={level} place={at + 1} onChange={(next) => change(at, next)} onRemove={() => put({ escalation: escalation.filter((_, index) => index !== at) })} />
      ))}
      {error !== undefined && <View className='fld__e' role='alert'>{error}</View>}
      {on && escalation.length < TYPE_LIMITS.escalation && <Button kind='text' icon='plus' onClick={() => put({ escalation: [...escalation, { daysBefore: '0', role: 'equipment-office' }] })}>加一级</Button>}
    </Section>
  )
}
