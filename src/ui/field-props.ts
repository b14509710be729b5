import type { ReactNode } from 'react'

export interface FieldProps {
  label: string
  children: ReactNode
  /** What is wrong with the value, under it. */
  error?: string
  /** A word of help under it, when nothing is wrong. */
  hint?: string
  /** Only where the product demands a value before anything can be saved. */
  required?: boolean
  last?: boolean
  /** Desk: takes the whole width of its part. */
  full?: boolean
}
