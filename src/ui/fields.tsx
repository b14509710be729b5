import type { ReactNode } from 'react'
import { Box } from './plain'

/** The fields of one part: a column on the phone, three columns on the desk. */
export const Fields = ({ children }: { children: ReactNode }) => <Box className='fields'>{children}</Box>
