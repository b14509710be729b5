import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Box, Span } from './plain'
import { Press } from './press'
import { revealRefusal } from './refusal'

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
  if (busy) return <Box className='btn__busy' aria-hidden='true' />
  return icon ? <Icon name={icon} size={20} /> : null
}

/** The next step shows what keeps it from being taken. */
const stepping = (onClick: () => void) => () => {
  onClick()
  revealRefusal()
}

export const Button = ({ kind = 'fill', onClick, children, icon, busy = false, disabled = false, wide = false, label }: Props) => (
  <Press className={classes({ kind, wide, still: busy || disabled })} busy={busy} disabled={disabled} label={label} onClick={kind === 'fill' ? stepping(onClick) : onClick}>
    <Box className='btn__in'>
      <Sign busy={busy} icon={icon} />
      <Span>{children}</Span>
    </Box>
  </Press>
)
