import { Box } from './plain'

export type IconName =
  | 'home' | 'device' | 'cert' | 'bell' | 'user' | 'search' | 'plus' | 'back' | 'close' | 'right' | 'down' | 'camera'
  | 'check' | 'cal' | 'refresh' | 'doc' | 'info' | 'warn' | 'cloud' | 'build' | 'send' | 'clock' | 'lock' | 'eye' | 'sort'

/** A drawing beside words; it takes the colour of the text around it and is silent to a screen reader. */
export const Icon = ({ name, size = 24 }: { name: IconName; size?: 16 | 18 | 20 | 24 }) => (
  <Box className={`ic ic--${name} ic--${size}`} aria-hidden='true' />
)
