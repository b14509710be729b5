import { View } from '@tarojs/components'
import type { Option } from './input-props'
import { SelectInput } from './select-input'

interface Props {
  label: string
  /** '' when nothing is chosen. */
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
  /** What stands there when nothing is chosen. */
  none?: string
}

/** One filter of a list: its name and what is chosen. */
export const FilterSelect = ({ label, value, options, onChange, none = '全部' }: Props) => (
  <View className='filt'>
    <View className='filt__l'>{label}</View>
    <View className='filt__v'>
      <SelectInput label={label} value={value === '' ? null : value} options={options} placeholder={none} onChange={(chosen) => onChange(chosen ?? '')} />
    </View>
  </View>
)
