import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Press } from './press'

interface Props {
  /** The margin column: what you scan by (days left, 唯一码, date). */
  margin: ReactNode
  title: ReactNode
  /** Small words beside the title: 证件号 or 科室. */
  extra?: ReactNode
  /** The facts under it, first one darker. Put U+3000 between facts on one line. */
  lines?: readonly ReactNode[]
  onClick?: () => void
  /** One text button at the right. */
  action?: { text: string; onClick: () => void; label?: string }
  last?: boolean
}

/** One row of the ledger: margin column, hairline, what it is about. The whole row is the target. */
export const Entry = ({ margin, title, extra, lines = [], onClick, action, last = false }: Props) => {
  const body = (
    <View className='entry__b'>
      <View className='entry__t'>
        <View className='entry__name'>{title}</View>
        {extra !== undefined && <View className='entry__x'>{extra}</View>}
      </View>
      {lines.map((line, index) => <View key={index} className={index === 0 ? 'entry__d' : 'entry__m'}>{line}</View>)}
    </View>
  )
  return (
    <View className={`entry ${last ? 'entry--last' : ''} ${action ? 'entry--act' : ''}`}>
      {onClick ? <Press className='entry__p' onClick={onClick}><View className='entry__w'>{margin}</View>{body}</Press>
        : <View className='entry__p'><View className='entry__w'>{margin}</View>{body}</View>}
      {action && <View className='entry__a'><Press className='entry__act' label={action.label} onClick={action.onClick}>{action.text}</Press></View>}
    </View>
  )
}

/** The page of the ledger around the entries: draws the one vertical hairline. `narrow`: 62 for codes and dates. */
export const Book = ({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) => (
  <View className={`book ${narrow ? 'book--narrow' : ''}`}>
    <View className='book__line' />
    {children}
  </View>
)
