import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { isNarrowed, type CoverFilters } from './filters'

/** No device: either nothing fits what was asked for, or none is in the archive yet. */
export const NoCover = ({ filters, onClear }: { filters: CoverFilters; onClear: () => void }) =>
  (isNarrowed(filters) ? <Empty note='没有符合条件的设备，换个词或清空条件试试。' action={<Button kind='line' onClick={onClear}>清空条件</Button>} /> : <Empty note='还没有设备档案。' />)
