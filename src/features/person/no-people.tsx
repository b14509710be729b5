import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { isNarrowed, type PersonFilters } from './filters'
import { addPerson, importPeople } from './links'

export const NoPeople = ({ filters, onClear }: { filters: PersonFilters; onClear: () => void }) => {
  const mayAdd = useMay('person.write')
  if (isNarrowed(filters)) return <Empty note='没有符合条件的人。' action={<Button kind='line' onClick={onClear}>清空条件</Button>} />
  return <Empty note='还没有人员档案。' action={mayAdd ? <><Button onClick={addPerson}>新增人员</Button><Button kind='line' onClick={importPeople}>导入名册</Button></> : undefined} />
}
