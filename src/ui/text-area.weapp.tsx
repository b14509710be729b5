import { Textarea } from '@tarojs/components'
import type { TextInputProps } from './input-props'

/** Several lines of text on the phone. */
export const TextArea = ({ value, onChange, placeholder, maxLength = 500, disabled = false, label }: TextInputProps) => (
  <Textarea
    className='in in--area'
    autoHeight
    value={value}
    placeholder={placeholder}
    placeholderClass='in__ph'
    maxlength={maxLength}
    disabled={disabled}
    aria-label={label}
    onInput={(event) => onChange(event.detail.value)}
  />
)
