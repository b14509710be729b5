import { Icon } from './icon'
import { Box } from './plain'
import { Press } from './press'
import { TextInput } from './text-input'

interface Props {
  value: string
  onChange: (value: string) => void
  onSearch: () => void
  placeholder: string
}

/** A keyword and 查询: the key of the keyboard on the phone, a button beside the field on the desk. */
export const SearchBar = ({ value, onChange, onSearch, placeholder }: Props) => (
  <Box className='find' role='search'>
    <Box className='find__box'>
      <Icon name='search' size={20} />
      <TextInput value={value} onChange={onChange} onConfirm={onSearch} keyboard='search' placeholder={placeholder} label={placeholder} maxLength={60} />
      {value !== '' && <Press className='find__x' label='清空' onClick={() => onChange('')}><Icon name='close' size={18} /></Press>}
    </Box>
    <Press className='find__go' onClick={onSearch}>查询</Press>
  </Box>
)
