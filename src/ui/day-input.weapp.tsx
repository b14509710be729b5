import { Picker } from '@tarojs/components'
import type { DayInputProps } from './input-props'
import { Picked } from './picked'

/** A day or a month on the phone: WeChat's own wheel. */
export const DayInput = ({ value, onChange, precision = 'day', min, max, placeholder = '请选择', disabled = false }: DayInputProps) => (
  <Picker
    mode='date'
    className='grow'
    fields={precision}
    value={value ?? ''}
    start={min}
    end={max}
    disabled={disabled}
    onChange={(event) => onChange(event.detail.value)}
  >
    <Picked text={value} placeholder={placeholder} />
  </Picker>
)
