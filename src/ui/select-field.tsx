import { Field } from './field'
import type { FieldProps } from './field-props'
import type { SelectInputProps } from './input-props'
import { SelectInput } from './select-input'

type Props = Omit<FieldProps, 'children'> & Omit<SelectInputProps, 'label'>

export const SelectField = ({ label, error, hint, required, last, full, ...input }: Props) => (
  <Field label={label} error={error} hint={hint} required={required} last={last} full={full}>
    <SelectInput {...input} />
  </Field>
)
