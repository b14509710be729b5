export interface TextInputProps {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  maxLength?: number
  password?: boolean
  disabled?: boolean
  /** Which keyboard a phone opens. */
  keyboard?: 'text' | 'number' | 'search'
  /** The keyboard's own confirm key, Enter on a desk. */
  onConfirm?: () => void
  /** Name for a screen reader where no field label stands beside it. */
  label?: string
  /** Browser hint for password managers. */
  autoComplete?: string
  /** In a browser the cursor stands here from the start, for whoever types or scans at once. */
  first?: boolean
}

export interface DayInputProps {
  /** YYYY-MM-DD, or YYYY-MM with `precision` month. */
  value: string | null
  onChange: (value: string | null) => void
  precision?: 'day' | 'month'
  min?: string
  max?: string
  placeholder?: string
  disabled?: boolean
  label?: string
}

export interface TimeInputProps {
  /** HH:mm:ss */
  value: string
  onChange: (value: string) => void
  disabled?: boolean
  label?: string
}

export interface Option {
  value: string
  label: string
}

export interface SelectInputProps {
  value: string | null
  options: readonly Option[]
  onChange: (value: string | null) => void
  /** Shown for `null`; choosing it again means none. */
  placeholder?: string
  disabled?: boolean
  label?: string
}
