import { useState } from 'react'
import { Field } from './field'
import type { FieldProps } from './field-props'
import { Box } from './plain'
import { TextInput } from './text-input'

type Props = Omit<FieldProps, 'children'> & {
  /** `null`: nothing that is a number stands there. */
  value: number | null
  onChange: (value: number | null) => void
  placeholder?: string
  /** 天, 台 … behind the number. */
  unit?: string
  disabled?: boolean
}

const read = (typed: string): number | null => (/^-?\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : null)

/** Keeps what was typed, also while it is not a number yet; tells its owner the number or `null`. */
export const NumberField = ({ label, error, hint, required, last, full, value, onChange, placeholder = '请输入', unit, disabled }: Props) => {
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  const shown = read(typed) === value ? typed : value === null ? '' : String(value)
  return (
    <Field label={label} error={error} hint={hint} required={required} last={last} full={full}>
      <TextInput
        keyboard='number'
        value={shown}
        placeholder={placeholder}
        disabled={disabled}
        onChange={(text) => {
          setTyped(text)
          onChange(read(text))
        }}
      />
      {unit !== undefined && <Box className='fld__u'>{unit}</Box>}
    </Field>
  )
}
