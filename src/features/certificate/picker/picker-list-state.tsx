import { View } from '@tarojs/components'
import type { CallFailure } from '../../../platform/call-failure'
import { Empty } from '../../../ui/empty'
import { ErrorState } from '../../../ui/error-state'
import { Skeleton } from '../../../ui/skeleton'

interface Props {
  loading: boolean
  failure: CallFailure | null
  /** The answer is there and holds nothing. */
  empty: boolean
  shape: 'ledger' | 'table'
  /** What is not lost: the ticks. */
  safe: string
  nothing: string
  onRetry: () => void
}

/** Loading, failed or empty, above the rows that may still stand there. */
export const PickerListState = ({ loading, failure, empty, shape, safe, nothing, onRetry }: Props) => (
  <View>
    {loading && <Skeleton shape={shape} />}
    {failure !== null && <ErrorState failure={failure} safe={safe} onRetry={onRetry} />}
    {empty && <Empty note={nothing} />}
  </View>
)
