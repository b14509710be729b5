import { goTo } from '../../platform/navigate'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { isNarrowed, type PlanFilters } from './filters'

interface Props {
  filters: PlanFilters
  onClear: () => void
}

/** No plan: either nothing fits what was asked for, or no certificate is saved yet (S36). */
export const NoPlans = ({ filters, onClear }: Props) => {
  const mayAdd = useMay('certificate.write')
  if (isNarrowed(filters)) return <Empty note='没有符合条件的预警计划，换个词或清空条件试试。' action={<Button kind='line' onClick={onClear}>清空条件</Button>} />
  return (
    <Empty
      note='保存一张操作证，就有了它的预警计划。'
      action={mayAdd ? <Button icon='plus' onClick={() => goTo('/pages/certificate/record/edit')}>新增设备操作证</Button> : undefined}
    />
  )
}
