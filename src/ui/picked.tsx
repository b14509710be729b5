import { Icon } from './icon'
import { Box } from './plain'

/** What stands on the writing line of a field that opens a wheel. */
export const Picked = ({ text, placeholder }: { text: string | null; placeholder: string }) => (
  <Box className='in in--picked'>
    <Box className={`grow ${text === null ? 'ink3' : ''}`}>{text ?? placeholder}</Box>
    <Icon name='down' size={18} />
  </Box>
)
