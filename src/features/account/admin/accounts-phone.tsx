import { View } from '@tarojs/components'
import { tableAccounts, type ManagedAccount } from '../../../../contract/account-admin'
import { ROLE_WORDS } from '../../../../domain/account/role-words'
import { goBack } from '../../../platform/navigate'
import { useDepartments } from '../../../platform/use-departments'
import { useReachBottom } from '../../../platform/use-reach-bottom'
import { useRows } from '../../../platform/use-rows'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Book, Entry } from '../../../ui/entry'
import { FilterSelect } from '../../../ui/filter-select'
import { KeywordBar } from '../../../ui/keyword-bar'
import { ListBody } from '../../../ui/list-body'
import { PageFrame } from '../../../ui/page-frame'
import { StateWord } from '../../../ui/state-word'
import { reachLine } from '../wording'
import { accountQuery, CLEARED, roleOf, stateOf, useAccountFilters } from './filters'
import { addAccount, importAccounts, openAccount, openHandOver } from './links'
import { NoAccounts } from './no-accounts'
import { LIST_SAFE, ROLE_OPTIONS, STATE_MARKS, STATE_OPTIONS, STATE_WORDS } from './wording'
import './admin.scss'

const STATES = [{ value: '', text: '全部' }, ...STATE_OPTIONS.map(({ value, label }) => ({ value, text: label }))]

const Top = ({ filters, change }: ReturnType<typeof useAccountFilters>) => {
  const departments = useDepartments()
  return (
    <View className='acc-top'>
      <View className='row'>
        <View className='grow'><KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='姓名、手机尾号' /></View>
        <Button kind='text' label='导入账号' onClick={importAccounts}>导入</Button>
        <Button kind='text' icon='plus' label='新增账号' onClick={addAccount}>新增</Button>
      </View>
      <Chips label='状态' items={STATES} value={filters.state} onChange={(state) => change({ state: stateOf(state) })} />
      <View className='row acc-filters'>
        <FilterSelect label='科室' value={filters.departmentId} options={departments} onChange={(departmentId) => change({ departmentId })} />
        <FilterSelect label='角色' value={filters.role} options={ROLE_OPTIONS} onChange={(role) => change({ role: roleOf(role) })} />
      </View>
    </View>
  )
}

const Row = ({ row, last }: { row: ManagedAccount; last: boolean }) => (
  <Entry
    last={last}
    margin={<StateWord state={STATE_MARKS[row.state]} text={STATE_WORDS[row.state]} />}
    title={row.name}
    extra={row.loginName}
    lines={[[ROLE_WORDS[row.role], row.department?.name].filter(Boolean).join('\u3000'), reachLine(row.reach)]}
    onClick={() => openAccount(row.id)}
  />
)

/** 账号管理 on the phone. */
export const AccountsPhone = () => {
  const { filters, change } = useAccountFilters()
  const list = useRows(tableAccounts, accountQuery(filters))
  useReachBottom(list.more)
  return (
    <PageFrame title='账号管理' back={() => goBack('/pages/me/me')} top={<Top filters={filters} change={change} />}>
      <ListBody list={list} unit='个' safe={LIST_SAFE} empty={<NoAccounts filters={filters} onClear={() => change(CLEARED)} />}>
        <Book>{list.rows.map((row, at) => <Row key={row.id} row={row} last={at === list.rows.length - 1} />)}</Book>
      </ListBody>
      <View className='pad'><Button kind='text' onClick={openHandOver}>有人离职或换岗？办理工作交接</Button></View>
    </PageFrame>
  )
}
