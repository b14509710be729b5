import { useFieldAttributes } from './field-id'
import type { SelectInputProps } from './input-props'

/** One of a few, in a browser. */
export const SelectInput = ({ value, options, onChange, placeholder = '请选择', disabled = false, label }: SelectInputProps) => (
  <select
    className={`in in--select ${value === null ? 'ink3' : ''}`}
    value={value ?? ''}
    disabled={disabled}
    {...useFieldAttributes(label)}
    onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
  >
    <option value=''>{placeholder}</option>
    {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
  </select>
)
