import { tidy } from '../kernel/text'
import { isBlankCell } from '../sheet/plain-cells'
import { checkAccount, tidyAccount, type AccountForm } from './account-form'
import { ROLES, type Role } from './role'
import { ROLE_WORDS } from './role-words'
import type { AccountCells } from './sheet-columns'
import type { RowProblem } from '../sheet/row-problem'

/** A row as its cells alone say it; 科室 is still a name, and `form.departmentId` null. `role` null: none that is known. */
export interface ReadAccount { form: AccountForm; role: Role | null; department: string; problems: RowProblem[] }

const textOf = (cell: string): string => (isBlankCell(cell) ? '' : tidy(cell))

const ROLE_BY_WORD = new Map<string, Role>(ROLES.map((role) => [ROLE_WORDS[role], role]))

const roleProblem = (said: string, role: Role | null): RowProblem[] =>
  (role !== null ? [] : [{ field: 'role', code: said === '' ? 'import.role-missing' : 'import.role-unknown', detail: said }])

/** What the cells of one row say. Nothing is guessed: a role that cannot be read is a problem, and never the lowest one instead. */
export function readAccount(cells: AccountCells): ReadAccount {
  const said = textOf(cells.role)
  const role = ROLE_BY_WORD.get(said) ?? null
  const form = tidyAccount({ name: textOf(cells.name), loginName: textOf(cells.loginName), role: role ?? 'viewer', departmentId: null, phone: textOf(cells.phone) })
  const wrong = Object.entries(checkAccount(form)).filter(([field]) => field !== 'departmentId').map(([field, code]) => ({ field, code, detail: '' }))
  return { form, role, department: textOf(cells.department), problems: [...wrong, ...roleProblem(said, role)] }
}
