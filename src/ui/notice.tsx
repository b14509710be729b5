import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Box } from './plain'

/** One sentence that explains or warns, within a screen. */
export const Notice = ({ children, icon = 'info', tone = 'plain' }: { children: ReactNode; icon?: IconName; tone?: 'plain' | 'warn' }) => (
  <Box className={`note note--${tone}`} role={tone === 'warn' ? 'alert' : undefined}>
    <Icon name={icon} size={18} />
    <Box className='grow'>{children}</Box>
  </Box>
)
