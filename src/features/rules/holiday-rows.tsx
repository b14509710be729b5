import { View } from '@tarojs/components'
import { useState } from 'react'
import { RULES_LIMITS } from '../../../domain/institution/rules'
import { useToday } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { CheckRow } from '../../ui/choice-row'
import { DateField } from '../../ui/date-field'
import { Section } from '../../ui/section'
import { TextField } from '../../ui/text-field'
import { withHolidays } from './pasted-holidays'
import { PasteSheet } from './paste-sheet'
import type { RulesDesk } from './rules-desk'
import type { HolidayRow } from './rules-form'

interface RowProps {
  holiday: HolidayRow
  place: number
  error?: string
  onChange: (part: Partial<HolidayRow>) => void
  onRemove: () => void
}

const Row = ({ holiday, place, error, onChange, onRemove }: RowProps) => {
  const called = holiday.name === '' ? `第 ${place} 个节假日` : holiday.name
  return (
    <View className='hol' role='group' aria-label={called}>
      <View className='hol__f'>
        <TextField label='名称' value={holiday.name} maxLength={RULES_LIMITS.holidayName} placeholder='如：元旦' error={error} onChange={(name) => onChange({ name })} />
        <DateField label='从' value={holiday.from} onChange={(from) => onChange({ from, ...(holiday.to === null && { to: from }) })} />
        <DateField last label='到' value={holiday.to} onChange={(to) => onChange({ to })} />
      </View>
      <Button kind='text' label={`删除${called}`} onClick={onRemove}>删除</Button>
    </View>
  )
}

const Rows = ({ desk: { form, put, errorOf } }: { desk: RulesDesk }) => {
  const today = useToday()
  const { holidays } = form
  const over = holidays.filter(({ to }) => to !== null && to < today).length
  return (
    <>
      {holidays.map((holiday, at) => (
        <Row
          key={at}
          holiday={holiday}
          place={at + 1}
          error={errorOf(`holidays.${at}`)}
          onChange={(part) => put({ holidays: holidays.map((each, index) => (index === at ? { ...each, ...part } : each)) })}
          onRemove={() => put({ holidays: holidays.filter((_, index) => index !== at) })}
        />
      ))}
      {over > 0 && <Button kind='text' onClick={() => put({ holidays: holidays.filter(({ to }) => to === null || to >= today) })}>{`删去过去的 ${over} 个`}</Button>}
    </>
  )
}

/** 节假日 and 节假日前提醒 (B11): the State Council names the days each year, the hospital enters them. */
export const Holidays = ({ desk }: { desk: RulesDesk }) => {
  const [pasting, setPasting] = useState(false)
  const { form, put, errorOf } = desk
  const tooMany = errorOf('holidays')
  return (
    <Section title='节假日' note={form.holidays.length === 0 ? undefined : `${form.holidays.length} 个`}>
      <CheckRow last text='节假日前提醒' note='提醒日落在节假日里的，放假前最后一个工作日先提醒一次；当天照常提醒' chosen={form.beforeHolidays} onClick={() => put({ beforeHolidays: !form.beforeHolidays })} />
      {form.beforeHolidays && form.holidays.length === 0 && <View className='cap rhint'>还没有节假日，请按国务院办公厅每年的放假通知录入。周末不用录入。</View>}
      <Rows desk={desk} />
      {tooMany !== undefined && <View className='fld__e' role='alert'>{tooMany}</View>}
      <View className='row racts'>
        <Button kind='text' icon='plus' onClick={() => put({ holidays: [...form.holidays, { name: '', from: null, to: null }] })}>加一个节假日</Button>
        <Button kind='text' onClick={() => setPasting(true)}>粘贴多个</Button>
      </View>
      <PasteSheet open={pasting} onClose={() => setPasting(false)} onAdd={(more) => put({ holidays: withHolidays(form.holidays, more) })} />
    </Section>
  )
}
