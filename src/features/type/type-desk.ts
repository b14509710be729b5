import type { TypeForm } from './type-form'

/** An open type with everything its parts need. */
export interface TypeDesk {
  form: TypeForm
  put: (part: Partial<TypeForm>) => void
  /** The sentence under a field, when it is wrong. */
  errorOf: (field: keyof TypeForm) => string | undefined
}
