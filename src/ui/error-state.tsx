import { Button } from './button'
import { Icon } from './icon'
import { Box } from './plain'

interface Props {
  /** Its message is the sentence for the user: what happened and what to do. */
  failure: { code?: string; message: string }
  /** What is not affected: 「提醒由服务器发送，不受影响」. */
  safe?: string
  onRetry?: () => void
}

/** What is answered so now is answered so again. */
const FINAL: readonly unknown[] = ['forbidden', 'not-found', 'invalid-input']

/** What failed, what is safe, and 重试 where that can help. */
export const ErrorState = ({ failure, safe, onRetry }: Props) => (
  <Box className='empty' role='alert'>
    <Box className='empty__i'><Icon name='cloud' /></Box>
    <Box className='empty__t'>{failure.message}</Box>
    {safe !== undefined && <Box className='empty__n'>{safe}</Box>}
    {onRetry && !FINAL.includes(failure.code) && <Box className='empty__a'><Button kind='line' icon='refresh' onClick={onRetry}>重试</Button></Box>}
  </Box>
)
