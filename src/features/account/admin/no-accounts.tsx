import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { isNarrowed, type AccountFilters } from './filters'

export const NoAccounts = ({ filters, onClear }: { filters: AccountFilters; onClear: () => void }) =>
  (isNarrowed(filters) ? <Empty note='没有符合条件的账号。' action={<Button kind='line' onClick={onClear}>清空条件</Button>} /> : <Empty note='这个机构还没有账号。' />)
