import type { ReactNode } from 'react'
import { Box } from './plain'

/** What stays in reach at the foot of a screen: words on the left (`note`), the next step on the right. */
export const BottomBar = ({ note, children }: { note?: ReactNode; children: ReactNode }) => (
  <Box className='bb'>
    {note !== undefined && <Box className='bb__note'>{note}</Box>}
    <Box className={note === undefined ? 'bb__all' : 'bb__do'}>{children}</Box>
  </Box>
)
