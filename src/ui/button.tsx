import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Press } from './press'

interface Props {
  /** `fill`: the next step, one per screen; `line`: another; `text`: the rest. */
  kind?: 'fill' | 'line' | 'text'
  onClick: () => void
  children: ReactNode
  icon?: IconName
  /** Says that it works on it and takes no second press. */
  busy?: boolean
  disabled?: boolean
  /** Uses the whole width it is given. */
  wide?: boolean
  label?: string
}

const classes = ({ kind, wide, still }: { kind: string; wide: boolean; still: boolean }): string => `btn btn--${kind}${wide ? ' btn--wide' : ''}${still ? ' btn--still' : ''}`

const Sign = ({ busy, icon }: { busy: boolean; icon?: IconName }) => {
  if (busy) return <View className='btn__busy' aria-hidden='true' />
  return icon ? <Icon name={icon} size={20} /> : null
}

export const Button = ({ kind = 'fill', onClick, children, icon, busy = false, disabled = false, wide = false, label }: Props) => (
  <Press className={classes({ kind, wide, still: busy || disabled })} disabled={busy || disabled} label={label} onClick={onClick}>
    <View className='btn__in'>
      <Sign busy={busy} icon={icon} />
      <Text>{children}</Text>
    </View>
  </Press>
)
