import { useFieldAttributes } from './field-id'
import type { DayInputProps } from './input-props'

/** A day or a month in a browser: its own input, typed or picked. */
export const DayInput = ({ value, onChange, precision = 'day', min, max, disabled = false, label }: DayInputProps) => (
  <input
    className='in'
    type={precision === 'day' ? 'date' : 'month'}
    value={value ?? ''}
    min={min}
    max={max}
    disabled={disabled}
    {...useFieldAttributes(label)}
    onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
  />
)
