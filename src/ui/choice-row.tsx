import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Press } from './press'
import './choice-row.scss'

interface Props {
  text: ReactNode
  /** A line of explanation under it. */
  note?: ReactNode
  chosen: boolean
  onClick: () => void
  disabled?: boolean
  /** Opens in place under the chosen row. */
  children?: ReactNode
  last?: boolean
}

const Words = ({ text, note, chosen }: Pick<Props, 'text' | 'note' | 'chosen'>) => (
  <View className='opt__w'>
    <View className={`opt__t ${chosen ? 'bold' : ''}`}>{text}</View>
    {note !== undefined && <View className='cap'>{note}</View>}
  </View>
)

/** One of several that can be ticked. */
export const CheckRow = ({ text, note, chosen, onClick, disabled, children, last = false }: Props) => (
  <View className={`opt ${last ? 'opt--last' : ''}`}>
    <Press className='opt__p' role='checkbox' chosen={chosen} disabled={disabled} onClick={onClick}>
      <View className={`box ${chosen ? 'box--on' : ''}`}>{chosen && <Icon name='check' size={16} />}</View>
      <Words text={text} note={note} chosen={false} />
    </Press>
    {children !== undefined && <View className='opt__in'>{children}</View>}
  </View>
)

/** One of several of which one is chosen. */
export const RadioRow = ({ text, note, chosen, onClick, disabled, children, last = false }: Props) => (
  <View className={`opt ${last ? 'opt--last' : ''}`}>
    <Press className='opt__p' role='radio' chosen={chosen} disabled={disabled} onClick={onClick}>
      <View className={`dot ${chosen ? 'dot--on' : ''}`} />
      <Words text={text} note={note} chosen={chosen} />
    </Press>
    {chosen && children !== undefined && <View className='opt__in'>{children}</View>}
  </View>
)
