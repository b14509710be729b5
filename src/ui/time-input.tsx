import { useFieldAttributes } from './field-id'
import type { TimeInputProps } from './input-props'
import { readTime } from './typed-day'

/** A time of day to the second, typed, in a browser: HH:mm:ss whatever language the browser speaks. */
export const TimeInput = ({ value, onChange, disabled = false, label }: TimeInputProps) => (
  <input
    className='in'
    inputMode='numeric'
    autoComplete='off'
    placeholder='时:分:秒'
    maxLength={8}
    value={value}
    disabled={disabled}
    {...useFieldAttributes(label)}
    onChange={(event) => onChange(event.target.value)}
    onBlur={() => {
      if (readTime(value) !== value) onChange(readTime(value))
    }}
  />
)
