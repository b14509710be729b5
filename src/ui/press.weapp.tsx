import { View } from '@tarojs/components'
import type { PressProps } from './press-props'

/** Anything that can be pressed, on the phone. */
export const Press = ({ onClick, children, className = '', disabled = false, busy, label, role = 'button', chosen }: PressProps) => {
  const off = disabled || busy
  return (
    <View
      className={`press ${off ? 'press--off' : ''} ${className}`}
      hoverClass={off ? 'none' : 'press--down'}
      hoverStayTime={80}
      aria-role={role}
      aria-label={label}
      aria-checked={chosen}
      onClick={(event) => {
        event.stopPropagation()
        if (!off) onClick()
      }}
    >
      {children}
    </View>
  )
}
