import { Picker } from '@tarojs/components'
import type { TimeInputProps } from './input-props'
import { Picked } from './picked'

const upTo = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index).padStart(2, '0'))
const HOURS = upTo(24)
const SIXTY = upTo(60)

/** A time of day to the second, on the phone: WeChat's own time wheel stops at minutes, so three columns. */
export const TimeInput = ({ value, onChange, disabled = false }: TimeInputProps) => (
  <Picker
    mode='multiSelector'
    className='grow'
    range={[HOURS, SIXTY, SIXTY]}
    value={value.split(':').map(Number)}
    disabled={disabled}
    onChange={(event) => onChange(event.detail.value.map((index) => String(index).padStart(2, '0')).join(':'))}
  >
    <Picked text={value} placeholder='请选择' />
  </Picker>
)
