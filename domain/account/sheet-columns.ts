import type { SheetColumn } from '../sheet/columns'

export type AccountColumn = 'name' | 'loginName' | 'role' | 'department' | 'phone'
export type AccountCells = Record<AccountColumn, string>

/** Columns of a list of accounts, with the words that personnel departments use. */
export const ACCOUNT_COLUMNS: ReadonlyArray<SheetColumn<AccountColumn>> = [
  { key: 'name', header: '姓名', aliases: ['职工姓名', '员工姓名', '人员姓名', '使用人'], needed: true },
  { key: 'loginName', header: '登录名', aliases: ['登录账号', '账号', '帐号', '用户名', '工号', '职工号', '员工编号'], needed: true },
  { key: 'role', header: '角色', aliases: ['权限', '账号角色', '用户角色'], needed: true },
  { key: 'department', header: '所属科室', aliases: ['科室', '科室名称', '部门', '所在科室', '所属科室名称'] },
  { key: 'phone', header: '手机号', aliases: ['手机', '手机号码', '移动电话', '联系电话', '电话'] },
]
