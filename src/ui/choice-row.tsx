import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Box } from './plain'
import { Press } from './press'
import './choice-row.scss'

interface Props {
  text: ReactNode
  /** A line of explanation under it. */
  note?: ReactNode
  chosen: boolean
  onClick: () => void
  disabled?: boolean
  /** Opens in place under the chosen row. */
  children?: ReactNode
  last?: boolean
}

const Words = ({ text, note, chosen }: Pick<Props, 'text' | 'note' | 'chosen'>) => (
  <Box className='opt__w'>
    <Box className={`opt__t ${chosen ? 'bold' : ''}`}>{text}</Box>
    {note !== undefined && <Box className='cap'>{note}</Box>}
  </Box>
)

/** One of several that can be ticked. */
export const CheckRow = ({ text, note, chosen, onClick, disabled, children, last = false }: Props) => (
  <Box className={`opt ${last ? 'opt--last' : ''}`}>
    <Press className='opt__p' role='checkbox' chosen={chosen} disabled={disabled} onClick={onClick}>
      <Box className={`box ${chosen ? 'box--on' : ''}`}>{chosen && <Icon name='check' size={16} />}</Box>
      <Words text={text} note={note} chosen={false} />
    </Press>
    {children !== undefined && <Box className='opt__in'>{children}</Box>}
  </Box>
)

/** One of several of which one is chosen. */
export const RadioRow = ({ text, note, chosen, onClick, disabled, children, last = false }: Props) => (
  <Box className={`opt ${last ? 'opt--last' : ''}`}>
    <Press className='opt__p' role='radio' chosen={chosen} disabled={disabled} onClick={onClick}>
      <Box className={`dot ${chosen ? 'dot--on' : ''}`} />
      <Words text={text} note={note} chosen={chosen} />
    </Press>
    {chosen && children !== undefined && <Box className='opt__in'>{children}</Box>}
  </Box>
)
