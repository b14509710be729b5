import { Button } from './button'
import { Box } from './plain'

interface Props {
  /** Rows that are shown and rows there are. */
  shown: number
  total: number
  /** Loads the next rows. */
  onMore: () => void
  busy: boolean
  /** 张, 台, 条 */
  unit: string
}

/** The foot of a list on the phone: more, or that this is all. */
export const ListEnd = ({ shown, total, onMore, busy, unit }: Props) => (
  <Box className='lend'>
    {shown < total ? <Button kind='text' busy={busy} onClick={onMore}>再看 {total - shown} {unit}</Button> : <Box className='cap'>共 {total} {unit}，已全部列出</Box>}
  </Box>
)
