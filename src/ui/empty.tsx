import type { ReactNode } from 'react'
import { Box } from './plain'

/** Nothing to show (S10: 暂无数据), why, and the one next step. */
export const Empty = ({ text = '暂无数据', note, action }: { text?: string; note?: ReactNode; action?: ReactNode }) => (
  <Box className='empty'>
    <Box className='empty__t'>{text}</Box>
    {note !== undefined && <Box className='empty__n'>{note}</Box>}
    {action !== undefined && <Box className='empty__a'>{action}</Box>}
  </Box>
)
