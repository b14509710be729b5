import type { ManagedAccount } from '../../../../contract/account-admin'
import { ROLE_WORDS } from '../../../../domain/account/role-words'
import { Button } from '../../../ui/button'
import { StateWord } from '../../../ui/state-word'
import type { Column } from '../../../ui/table-props'
import { reachLine } from '../wording'
import { openAccount } from './links'
import { STATE_MARKS, STATE_WORDS } from './wording'

const orDash = (text: string) => (text === '' ? <span className='ink3'>—</span> : <span className='num'>{text}</span>)

/** 账号管理 on the desk. */
export const accountColumns = (before: number): readonly Column<ManagedAccount>[] => [
  { key: 'number', title: '序号', width: '48px', cell: (_, index) => <span className='num ink3'>{before + index + 1}</span> },
  { key: 'act', title: '操作', width: '56px', cell: (row) => <Button kind='text' label={`详情 ${row.name} ${row.loginName}`} onClick={() => openAccount(row.id)}>详情</Button> },
  { key: 'name', title: '姓名', width: '92px', cell: (row) => row.name },
  { key: 'login', title: '登录名', width: '110px', cell: (row) => row.loginName },
  { key: 'role', title: '角色', width: '96px', cell: (row) => ROLE_WORDS[row.role] },
  { key: 'department', title: '科室', cell: (row) => orDash(row.department?.name ?? '') },
  { key: 'phone', title: '手机号', width: '110px', cell: (row) => orDash(row.phoneMasked) },
  { key: 'reach', title: '提醒能到哪里', width: '252px', cell: (row) => reachLine(row.reach) },
  { key: 'state', title: '状态', width: '80px', cell: (row) => <StateWord state={STATE_MARKS[row.state]} text={STATE_WORDS[row.state]} /> },
]
