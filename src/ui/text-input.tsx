import { useFieldAttributes } from './field-id'
import type { TextInputProps } from './input-props'

const MODES = { text: 'text', number: 'numeric', search: 'search' } as const

/** One line of text in a browser. */
export const TextInput = ({ value, onChange, placeholder, maxLength, password = false, disabled = false, keyboard = 'text', onConfirm, label, autoComplete, first = false }: TextInputProps) => (
  <input
    className='in'
    type={password ? 'password' : 'text'}
    inputMode={MODES[keyboard]}
    value={value}
    placeholder={placeholder}
    maxLength={maxLength}
    disabled={disabled}
    autoComplete={autoComplete ?? 'off'}
    autoFocus={first}
    {...useFieldAttributes(label)}
    onChange={(event) => onChange(event.target.value)}
    onKeyDown={(event) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.()
    }}
  />
)
