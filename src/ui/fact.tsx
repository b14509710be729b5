import type { ReactNode } from 'react'
import { Box } from './plain'

/** One fact to read: its name and its value. Empty values show a dash. */
export const Fact = ({ name, children }: { name: string; children?: ReactNode }) => (
  <Box className='fact'>
    <Box className='fact__k'>{name}</Box>
    <Box className='fact__v'>{children === undefined || children === null || children === '' ? <Box className='ink3'>—</Box> : children}</Box>
  </Box>
)
