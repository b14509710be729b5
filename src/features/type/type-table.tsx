import type { TypeView } from '../../../contract/type'
import { Table } from '../../ui/table'
import { typeColumns } from './type-columns'
import { openType } from './type-links'

export const TypeTable = ({ types, mayWrite }: { types: readonly TypeView[]; mayWrite: boolean }) => (
  <Table caption='证件类型' columns={typeColumns(mayWrite)} rows={types} rowKey={({ id }) => id} onRow={mayWrite ? ({ id }) => openType(id) : undefined} />
)
