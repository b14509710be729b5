import { useState, type ReactNode } from 'react'
import { Field } from './field'
import type { FieldProps } from './field-props'
import { Icon } from './icon'
import type { TextInputProps } from './input-props'
import { Box } from './plain'
import { Press } from './press'
import { TextInput } from './text-input'

type Props = Omit<FieldProps, 'children'> & Omit<TextInputProps, 'label'> & {
  /** Stands right of the value: a unit, or the mark 识. */
  mark?: ReactNode
}

const split = ({ label, error, hint, required, last, full, ...input }: Props) => ({ field: { label, error, hint, required, last, full }, input })

export const TextField = (props: Props) => {
  const { field, input: { mark, password = false, ...input } } = split(props)
  const [shown, setShown] = useState(false)
  return (
    <Field {...field}>
      <TextInput placeholder='请输入' {...input} password={password && !shown} />
      {mark !== undefined && <Box className='fld__u'>{mark}</Box>}
      {password && (
        <Press className='fld__x' label={shown ? '隐藏密码' : '显示密码'} onClick={() => setShown(!shown)}><Icon name='eye' size={20} /></Press>
      )}
    </Field>
  )
}
