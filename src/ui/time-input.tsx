import { useFieldAttributes } from './field-id'
import type { TimeInputProps } from './input-props'

/** A time of day to the second, in a browser. A browser leaves out seconds that are zero; the value never does. */
export const TimeInput = ({ value, onChange, disabled = false, label }: TimeInputProps) => (
  <input
    className='in'
    type='time'
    step={1}
    value={value}
    disabled={disabled}
    {...useFieldAttributes(label)}
    onChange={(event) => onChange(event.target.value.length === 5 ? `${event.target.value}:00` : event.target.value)}
  />
)
