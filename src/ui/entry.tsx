import type { ReactNode } from 'react'
import { Box } from './plain'
import { Press } from './press'
import { Stretches } from './stretches'
import { useSwipe } from './use-swipe'

interface Props {
  /** The margin column: what you scan by (days left, 唯一码, date). */
  margin: ReactNode
  title: ReactNode
  /** Small words beside the title: 证件号 or 科室. */
  extra?: ReactNode
  /** The facts under it, first one darker. Put U+3000 between facts on one line. */
  lines?: readonly ReactNode[]
  onClick?: () => void
  /** A small picture at the right of what it is about. */
  picture?: ReactNode
  /** One text button at the right; a finger that draws the row to the left has it as a large one. */
  action?: { text: string; onClick: () => void; label?: string }
  last?: boolean
}

const Body = ({ title, extra, lines = [], picture }: Pick<Props, 'title' | 'extra' | 'lines' | 'picture'>) => (
  <Box className={`entry__b ${picture === undefined ? '' : 'entry__b--pic'}`}>
    <Box className='entry__t'>
      <Box className='entry__name'>{title}</Box>
      {extra !== undefined && <Box className='entry__x'>{extra}</Box>}
    </Box>
    {lines.map((line, index) => <Box key={index} className={index === 0 ? 'entry__d' : 'entry__m'}>{line}</Box>)}
    {picture !== undefined && <Box className='entry__pic'>{picture}</Box>}
  </Box>
)

const Target = ({ margin, onClick, ...about }: Omit<Props, 'action' | 'last'>) => {
  const body = <Body {...about} />
  return onClick ? <Press className='entry__p' onClick={onClick}><Box className='entry__w'>{margin}</Box>{body}</Press>
    : <Box className='entry__p'><Box className='entry__w'>{margin}</Box>{body}</Box>
}

const Acting = ({ action, ends, low, children }: { action: NonNullable<Props['action']>; ends: string; /** Under the picture. */ low: boolean; children: ReactNode }) => {
  const { open, close, touch } = useSwipe()
  const act = { label: action.label, onClick: () => { close(); action.onClick() } }
  return (
    <Box className={`entry entry--act ${ends} ${open ? 'entry--open' : ''}`} {...touch}>
      {children}
      <Box className={low ? 'entry__a entry__a--low' : 'entry__a'}><Press className='entry__act' {...act}>{action.text}</Press></Box>
      {open && <Press className='entry__go' {...act}>{action.text}</Press>}
    </Box>
  )
}

/** One row of the ledger: margin column, hairline, what it is about. The whole row is the target. */
export const Entry = ({ action, last = false, ...row }: Props) => {
  const ends = last ? 'entry--last' : ''
  return action ? <Acting action={action} ends={ends} low={row.picture !== undefined}><Target {...row} /></Acting> : <Box className={`entry ${ends}`}><Target {...row} /></Box>
}

/** The page of the ledger around the entries: draws the one vertical hairline. `narrow`: 62 for codes and dates. */
export const Book = ({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) => (
  <Box className={`book ${narrow ? 'book--narrow' : ''}`}>
    <Box className='book__line' />
    <Stretches>{children}</Stretches>
  </Box>
)
