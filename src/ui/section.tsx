import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface Props {
  title: string
  /** A word about the whole part, small, at the right. */
  note?: ReactNode
  /** A text button at the right. */
  action?: ReactNode
  children?: ReactNode
  /** For content that runs to the edge of the phone, as entries do. */
  bleed?: boolean
}

/** A part of a screen, opened by an ink rule. */
export const Section = ({ title, note, action, children, bleed = false }: Props) => (
  <View className='sec'>
    <View className='sec__h'>
      <View className='sec__t' role='heading' aria-level='2'>{title}</View>
      {note !== undefined && <View className='sec__n'>{note}</View>}
      {action !== undefined && <View className='sec__a'>{action}</View>}
    </View>
    {children !== undefined && <View className={bleed ? 'sec__b' : 'sec__b sec__b--pad'}>{children}</View>}
  </View>
)
