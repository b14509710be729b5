import { View } from '@tarojs/components'
import { Field } from '../../../ui/field'
import { Icon } from '../../../ui/icon'
import { Press } from '../../../ui/press'

interface Props {
  label: string
  /** What is chosen, in one line; '' when nothing is. */
  value: string
  placeholder: string
  onOpen: () => void
  error?: string
  hint?: string
  last?: boolean
  /** Opens in place, downwards; otherwise a page or sheet. */
  down?: boolean
}

/** A field whose value is chosen elsewhere: pressing it opens that place. */
export const OpenField = ({ label, value, placeholder, onOpen, error, hint, last, down = false }: Props) => (
  <Field label={label} error={error} hint={hint} last={last}>
    <Press className='open-field' label={`${label}：${value === '' ? placeholder : value}`} onClick={onOpen}>
      <View className={`grow one ${value === '' ? 'ink3' : ''}`}>{value === '' ? placeholder : value}</View>
      <Icon name={down ? 'down' : 'right'} size={18} />
    </Press>
  </Field>
)
