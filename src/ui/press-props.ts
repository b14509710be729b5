import type { ReactNode } from 'react'

export interface PressProps {
  onClick: () => void
  children: ReactNode
  className?: string
  disabled?: boolean
  /** What a screen reader says when the words inside do not say it. */
  label?: string
  /** `button` unless it is one of a set. */
  role?: 'button' | 'checkbox' | 'radio' | 'tab' | 'link'
  /** For checkbox, radio and tab. */
  chosen?: boolean
}
