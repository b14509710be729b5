import { useRef, useState } from 'react'
import { useFieldAttributes } from './field-id'
import { Icon } from './icon'
import type { DayInputProps } from './input-props'
import { readDay, readMonth } from './typed-day'

const KINDS = {
  day: { read: readDay, type: 'date', pattern: '年-月-日', length: 11 },
  month: { read: readMonth, type: 'month', pattern: '年-月', length: 8 },
} as const

/** The browser's own calendar, opened beside the text; the text itself is YYYY-MM-DD whatever language the browser speaks. */
const Calendar = ({ value, onChange, type, min, max, disabled }: Omit<DayInputProps, 'precision'> & { type: 'date' | 'month' }) => {
  const native = useRef<HTMLInputElement>(null)
  const open = () => {
    if (!native.current) return
    native.current.value = value ?? ''
    native.current.showPicker()
  }
  return (
    <span className='cal'>
      <button type='button' className='press cal__b' aria-label='打开日历' disabled={disabled} onClick={open}><Icon name='cal' size={18} /></button>
      <input ref={native} className='cal__n' type={type} tabIndex={-1} aria-hidden='true' min={min} max={max} disabled={disabled} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} />
    </span>
  )
}

/** A day or a month in a browser: typed in any usual way, or picked. */
export const DayInput = ({ value, onChange, precision = 'day', min, max, placeholder, disabled = false, label }: DayInputProps) => {
  const { read, type, pattern, length } = KINDS[precision]
  const [typed, setTyped] = useState(value ?? '')
  return (
    <>
      <input
        className='in'
        inputMode='numeric'
        autoComplete='off'
        placeholder={placeholder ?? pattern}
        maxLength={length}
        value={read(typed) === value ? typed : value ?? ''}
        disabled={disabled}
        {...useFieldAttributes(label)}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(read(event.target.value))
        }}
        onBlur={() => setTyped(read(typed) ?? typed)}
      />
      <Calendar value={value} onChange={onChange} type={type} min={min} max={max} disabled={disabled} />
    </>
  )
}
