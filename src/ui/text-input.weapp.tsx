import { Input } from '@tarojs/components'
import type { TextInputProps } from './input-props'

/** One line of text on the phone. */
export const TextInput = ({ value, onChange, placeholder, maxLength = 140, password = false, disabled = false, keyboard = 'text', onConfirm, label }: TextInputProps) => (
  <Input
    className='in'
    type={keyboard === 'number' ? 'number' : 'text'}
    value={value}
    placeholder={placeholder}
    placeholderClass='in__ph'
    maxlength={maxLength}
    password={password}
    disabled={disabled}
    confirmType={keyboard === 'search' ? 'search' : 'done'}
    aria-label={label}
    onInput={(event) => onChange(event.detail.value)}
    onConfirm={() => onConfirm?.()}
  />
)
