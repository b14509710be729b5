import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { useShell } from '../../ui/shell'
import { addDevice } from './device-links'
import type { DeviceFilters } from './filters'
import { isNarrowed } from './filters'

interface Props {
  filters: DeviceFilters
  onClear: () => void
}

/** An empty list (S10): either nothing fits what was asked for, or nothing is there yet. The desk has the filled button above. */
export const NoDevices = ({ filters, onClear }: Props) => {
  const mayAdd = useMay('device.write')
  const { wide } = useShell()
  if (isNarrowed(filters)) return <Empty note='没有符合条件的设备，换个词或清空条件试试。' action={<Button kind='line' onClick={onClear}>清空条件</Button>} />
  return <Empty note='还没有录入设备档案。' action={mayAdd ? <Button kind={wide ? 'line' : 'fill'} icon='plus' onClick={addDevice}>新增设备档案</Button> : undefined} />
}
