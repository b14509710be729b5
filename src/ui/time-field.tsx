import { Field } from './field'
import type { FieldProps } from './field-props'
import type { TimeInputProps } from './input-props'
import { TimeInput } from './time-input'

type Props = Omit<FieldProps, 'children'> & Omit<TimeInputProps, 'label'>

/** A time of day, HH:mm:ss (S28). */
export const TimeField = ({ label, error, hint, required, last, full, ...input }: Props) => (
  <Field label={label} error={error} hint={hint} required={required} last={last} full={full}>
    <TimeInput {...input} />
  </Field>
)
