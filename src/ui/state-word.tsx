import { Mark, type MarkState } from './mark'
import { Box, Span } from './plain'

interface Props {
  state: MarkState
  /** 已过期, 30天内, 今天到期 …: the word is the state, the colour only repeats it. */
  text: string
  /** Whole days shown large under the word (the margin column); leave out for one line. */
  days?: number
  /** Words under the state instead of a number, as 「（仍有效）」. */
  below?: string
}

/** State = mark + word, and in the margin column the number of days under it. */
export const StateWord = ({ state, text, days, below }: Props) => (
  <Box className='sw'>
    <Box className={`st st--${state}`}>
      <Mark state={state} />
      <Span>{text}</Span>
    </Box>
    {days !== undefined && (
      <Box className={`sw__n ${state === 'over' ? 'over' : ''}`}>
        {String(days)}
        <Span className='sw__u'>天</Span>
      </Box>
    )}
    {below !== undefined && <Box className={`sw__w st--${state}`}>{below}</Box>}
  </Box>
)
