import type { Option } from './input-props'
import { Box } from './plain'
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
  <Box className='filt'>
    <Box className='filt__l'>{label}</Box>
    <Box className='filt__v'>
      <SelectInput label={label} value={value === '' ? null : value} options={options} placeholder={none} onChange={(chosen) => onChange(chosen ?? '')} />
    </Box>
  </Box>
)
