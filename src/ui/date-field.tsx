import { DayInput } from './day-input'
import { Field } from './field'
import type { FieldProps } from './field-props'
import type { DayInputProps } from './input-props'

type Props = Omit<FieldProps, 'children'> & Omit<DayInputProps, 'label'>

/** A day (YYYY-MM-DD) or, with `precision` month, a month (YYYY-MM); `null` when empty. */
export const DateField = ({ label, error, hint, required, last, full, ...input }: Props) => (
  <Field label={label} error={error} hint={hint} required={required} last={last} full={full}>
    <DayInput {...input} />
  </Field>
)
