import { useFieldAttributes } from './field-id'
import type { TextInputProps } from './input-props'

/** Several lines of text in a browser. */
export const TextArea = ({ value, onChange, placeholder, maxLength, disabled = false, label }: TextInputProps) => (
  <textarea
    className='in in--area'
    rows={3}
    value={value}
    placeholder={placeholder}
    maxLength={maxLength}
    disabled={disabled}
    {...useFieldAttributes(label)}
    onChange={(event) => onChange(event.target.value)}
  />
)
