import type { AccountForm } from '../../../domain/account/account-form'
import { isAbove, needsDepartment } from '../../../domain/account/role'
import type { AccountCells } from '../../../domain/account/sheet-columns'
import { readAccount, type ReadAccount } from '../../../domain/account/sheet-row'
import { isExampleRow } from '../../../domain/sheet/plain-cells'
import { repeatedIn, type RowProblem } from '../../../domain/sheet/row-problem'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { accountsByLoginNames } from '../../../cloud/repositories/import-lookups'
import type { SheetRow } from '../../../cloud/sheets/read-sheet'
import { departmentFor, writableDepartments, type DepartmentsByName } from '../import/departments'
import type { CheckedRow } from '../import/sheet'

/** An import changes nothing of an account that is there (architecture §8); `detail` is its id, for the link. */
const there = (loginName: string, accounts: ReadonlyMap<string, string>): RowProblem[] => {
  const id = accounts.get(loginName)
  return id === undefined ? [] : [{ field: 'loginName', code: 'import.account-there', detail: id }]
}

/** Nobody grants more than he has. */
const tooHigh = ({ role }: ReadAccount, caller: SignedIn): RowProblem[] =>
  (role !== null && isAbove(role, caller.role) ? [{ field: 'role', code: 'account.role-above-yours', detail: '' }] : [])

/** By its name; who sees the whole institution may stand in none. */
function placed({ department, role }: ReadAccount, departments: DepartmentsByName): { id: string | null; problems: RowProblem[] } {
  if (department === '' && (role === null || !needsDepartment(role))) return { id: null, problems: [] }
  const { id, problems } = departmentFor(department, departments, 'account.department-missing')
  return { id: id === '' ? null : id, problems }
}

/** Looks at every row of a sheet (B23): which account it would become, or what is wrong with it. */
export async function checkAccounts(sheet: ReadonlyArray<SheetRow<keyof AccountCells>>, caller: SignedIn, { store }: Scene): Promise<Array<CheckedRow<AccountForm>>> {
  const read = sheet.filter(({ cells }) => !isExampleRow(cells)).map(({ row, cells }) => ({ row, account: readAccount(cells) }))
  const [departments, found] = await Promise.all([
    writableDepartments(store, caller, 'account.write'), accountsByLoginNames(store, caller.institutionId, read.map(({ account }) => account.form.loginName)),
  ])
  const accounts = new Map(found.map(({ loginName, _id }) => [loginName, _id]))
  const again = repeatedIn('loginName', 'import.login-name-repeated')
  return read.map(({ row, account }) => {
    const department = placed(account, departments)
    const form = { ...account.form, departmentId: department.id }
    const problems = [...account.problems, ...tooHigh(account, caller), ...department.problems, ...there(form.loginName, accounts), ...again(row, form.loginName)]
    return { row, label: [form.name, form.loginName].filter((part) => part !== '').join(' '), problems, ready: problems.length === 0 ? form : null }
  })
}
