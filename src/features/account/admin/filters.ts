import type { AccountState } from '../../../../contract/account-admin'
import { ACCOUNT_STATES } from '../../../../contract/account-admin'
import { ROLES, type Role } from '../../../../domain/account/role'
import { keptFilters } from '../../../platform/kept-filters'

/** '' where nothing is chosen. */
export interface AccountFilters { keyword: string; departmentId: string; role: Role | ''; state: AccountState | ''; page: number; pageSize: number }

const NO_FILTERS: AccountFilters = { keyword: '', departmentId: '', role: '', state: '', page: 1, pageSize: 10 }
export const CLEARED = { keyword: '', departmentId: '', role: '', state: '' } as const
export const useAccountFilters = keptFilters(NO_FILTERS)

export const roleOf = (value: string): Role | '' => ROLES.find((role) => role === value) ?? ''
export const stateOf = (value: string): AccountState | '' => ACCOUNT_STATES.find((state) => state === value) ?? ''

/** As the contract takes them: what is not chosen is left out. */
export const accountQuery = ({ keyword, departmentId, role, state }: AccountFilters) => ({
  keyword: keyword.trim(), ...(departmentId !== '' && { departmentId }), ...(role !== '' && { role }), ...(state !== '' && { state }),
})

export const isNarrowed = ({ keyword, departmentId, role, state }: AccountFilters): boolean => [keyword.trim(), departmentId, role, state].some((each) => each !== '')
