import type { ReactNode } from 'react'
import { Box } from './plain'

interface Props {
  title: string
  /** A word about the whole part, small, at the right. */
  note?: ReactNode
  /** A text button at the right. */
  action?: ReactNode
  children?: ReactNode
  /** For content that runs to the edge of the phone, as entries do. */
  bleed?: boolean
}

/** A part of a screen, opened by an ink rule. */
export const Section = ({ title, note, action, children, bleed = false }: Props) => (
  <Box className='sec'>
    <Box className='sec__h'>
      <Box className='sec__t' role='heading' aria-level={2}>{title}</Box>
      {note !== undefined && <Box className='sec__n'>{note}</Box>}
      {action !== undefined && <Box className='sec__a'>{action}</Box>}
    </Box>
    {children !== undefined && <Box className={bleed ? 'sec__b' : 'sec__b sec__b--pad'}>{children}</Box>}
  </Box>
)
