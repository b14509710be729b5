import { View } from '@tarojs/components'
import type { PressProps } from './press-props'

/** Anything that can be pressed, on the phone. */
export const Press = ({ onClick, children, className = '', disabled = false, label, role = 'button', chosen }: PressProps) => (
  <View
    className={`press ${disabled ? 'press--off' : ''} ${className}`}
    hoverClass={disabled ? 'none' : 'press--down'}
    hoverStayTime={80}
    aria-role={role}
    aria-label={label}
    aria-checked={chosen}
    onClick={(event) => {
      event.stopPropagation()
      if (!disabled) onClick()
    }}
  >
    {children}
  </View>
)
