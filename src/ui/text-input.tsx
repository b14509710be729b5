import { useEffect, useRef } from 'react'
import { useFieldAttributes } from './field-id'
import type { TextInputProps } from './input-props'

const MODES = { text: 'text', number: 'numeric', search: 'search' } as const

/** Puts the cursor into the input once its page is in the document: a page is filled before it gets there, and what is outside takes no cursor. */
function useCursor(first: boolean) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!first) return
    let frame = 0
    const place = (): void => {
      if (input.current?.isConnected) input.current.focus()
      else frame = requestAnimationFrame(place)
    }
    frame = requestAnimationFrame(place)
    return () => cancelAnimationFrame(frame)
  }, [first])
  return input
}

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
    ref={useCursor(first)}
    {...useFieldAttributes(label)}
    onChange={(event) => onChange(event.target.value)}
    onKeyDown={(event) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.()
    }}
  />
)
