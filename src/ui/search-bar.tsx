import { View } from '@tarojs/components'
import { Icon } from './icon'
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
  <View className='find' role='search'>
    <View className='find__box'>
      <Icon name='search' size={20} />
      <TextInput value={value} onChange={onChange} onConfirm={onSearch} keyboard='search' placeholder={placeholder} label={placeholder} maxLength={60} />
      {value !== '' && <Press className='find__x' label='清空' onClick={() => onChange('')}><Icon name='close' size={18} /></Press>}
    </View>
    <Press className='find__go' onClick={onSearch}>查询</Press>
  </View>
)
