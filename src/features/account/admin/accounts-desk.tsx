import { useMemo } from 'react'
import { tableAccounts } from '../../../../contract/account-admin'
import type { OutputOf } from '../../../../contract/operation'
import { useDepartments } from '../../../platform/use-departments'
import { useOperation } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { FilterSelect } from '../../../ui/filter-select'
import { KeywordBar } from '../../../ui/keyword-bar'
import { PageFrame } from '../../../ui/page-frame'
import { Pager } from '../../../ui/pager'
import { Table } from '../../../ui/table'
import { TableBody } from '../../../ui/table-body'
import { accountColumns } from './account-columns'
import { accountQuery, CLEARED, roleOf, stateOf, useAccountFilters } from './filters'
import { addAccount, importAccounts, openAccount, openHandOver } from './links'
import { NoAccounts } from './no-accounts'
import { LIST_SAFE, ROLE_OPTIONS, STATE_OPTIONS } from './wording'
import './admin.scss'

const TITLE = '账号管理'

const Tools = ({ filters, change }: ReturnType<typeof useAccountFilters>) => {
  const departments = useDepartments()
  return (
    <div className='deskbar'>
      <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='姓名、登录名、手机尾号' />
      <FilterSelect label='科室' value={filters.departmentId} options={departments} onChange={(departmentId) => change({ departmentId })} />
      <FilterSelect label='角色' value={filters.role} options={ROLE_OPTIONS} onChange={(role) => change({ role: roleOf(role) })} />
      <FilterSelect label='状态' value={filters.state} options={STATE_OPTIONS} onChange={(state) => change({ state: stateOf(state) })} />
      <Button kind='text' onClick={() => change(CLEARED)}>清空</Button>
    </div>
  )
}

const NO_ROWS: OutputOf<typeof tableAccounts> = { rows: [], total: 0, page: 1, pageSize: 10 }
const Actions = () => <div className='row acc-acts'><Button kind='line' onClick={openHandOver}>工作交接</Button><Button kind='line' label='导入账号' onClick={importAccounts}>导入</Button><Button icon='plus' onClick={addAccount}>新增账号</Button></div>

/** 账号管理 on the desk: who may come in, as what, and how. */
export const AccountsDesk = () => {
  const { filters, change } = useAccountFilters()
  const asked = useOperation(tableAccounts, { ...accountQuery(filters), page: filters.page, pageSize: filters.pageSize })
  const { rows, total, page, pageSize } = asked.data ?? NO_ROWS
  const columns = useMemo(() => accountColumns((page - 1) * pageSize), [page, pageSize])
  return (
    <PageFrame title={TITLE} breadcrumb={[TITLE]} action={<Actions />} top={<Tools filters={filters} change={change} />}>
      <TableBody asked={asked} safe={LIST_SAFE} empty={<NoAccounts filters={filters} onClear={() => change(CLEARED)} />}>
        <Table caption={TITLE} columns={columns} rows={rows} rowKey={({ id }) => id} onRow={({ id }) => openAccount(id)} />
        <Pager page={filters.page} pageSize={filters.pageSize} total={total} summary={`共 ${total} 个账号`} onPage={(next) => change({ page: next })} onPageSize={(size) => change({ pageSize: size })} />
      </TableBody>
    </PageFrame>
  )
}
