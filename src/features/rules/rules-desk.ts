import type { RulesForm } from './rules-form'

/** The open rules with everything their parts need. */
export interface RulesDesk {
  form: RulesForm
  put: (part: Partial<RulesForm>) => void
  /** The sentence for a field, a holiday by its place as `holidays.2`. */
  errorOf: (field: string) => string | undefined
}
