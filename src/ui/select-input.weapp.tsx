import { Picker } from '@tarojs/components'
import type { SelectInputProps } from './input-props'
import { Picked } from './picked'

/** One of a few, on the phone; the first row takes the choice back. */
export const SelectInput = ({ value, options, onChange, placeholder = '请选择', disabled = false }: SelectInputProps) => {
  const at = options.findIndex((option) => option.value === value)
  return (
    <Picker
      mode='selector'
      className='grow'
      range={[placeholder, ...options.map((option) => option.label)]}
      value={at + 1}
      disabled={disabled}
      onChange={(event) => onChange(options[Number(event.detail.value) - 1]?.value ?? null)}
    >
      <Picked text={options[at]?.label ?? null} placeholder={placeholder} />
    </Picker>
  )
}
