import type { ReactNode } from 'react'

export interface PressProps {
  onClick: () => void
  children: ReactNode
  className?: string
  disabled?: boolean
  /** Works on the last press: takes no other, and keeps the hand that lies on it. */
  busy?: boolean
  /** What a screen reader says when the words inside do not say it. */
  label?: string
  /** `button` unless it is one of a set. */
  role?: 'button' | 'checkbox' | 'radio' | 'tab' | 'link'
  /** For checkbox, radio and tab. */
  chosen?: boolean
}
