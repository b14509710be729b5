import { Field } from './field'
import type { FieldProps } from './field-props'
import type { TextInputProps } from './input-props'
import { TextArea } from './text-area'

type Props = Omit<FieldProps, 'children'> & Pick<TextInputProps, 'value' | 'onChange' | 'placeholder' | 'maxLength' | 'disabled'>

export const TextAreaField = ({ label, error, hint, required, last, full, ...input }: Props) => (
  <Field label={label} error={error} hint={hint} required={required} last={last} full={full}>
    <TextArea placeholder='请输入' {...input} />
  </Field>
)
