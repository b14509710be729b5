import { loginNameKey } from '../account/account'
import { foldForSearch } from '../device/search'

/** Why an account may be somebody's, the strongest first (B27): 工号 is its log-in name, the same name, the same 科室. */
export const LIKENESSES = ['staff-number', 'name', 'department'] as const
export type Likeness = (typeof LIKENESSES)[number]

export const LIKENESS_WORDS: Readonly<Record<Likeness, string>> = { 'staff-number': '登录名就是工号', name: '同名', department: '同科室' }

interface AccountFacts { name: string; loginName: string; departmentId: string | null }
interface PersonFacts { name: string; staffNumber: string; departmentId: string }

/** A 科室 in common says nothing by itself: it only strengthens another likeness, so that of two 张伟 the colleague stands first. */
export function likeness(account: AccountFacts, person: PersonFacts): Likeness[] {
  const found: Likeness[] = []
  if (person.staffNumber !== '' && loginNameKey(account.loginName) === loginNameKey(person.staffNumber)) found.push('staff-number')
  if (foldForSearch(account.name) === foldForSearch(person.name)) found.push('name')
  return found.length > 0 && account.departmentId === person.departmentId ? [...found, 'department'] : found
}

const WEIGHT: Readonly<Record<Likeness, number>> = { 'staff-number': 4, name: 2, department: 1 }
const weightOf = (why: readonly Likeness[]): number => why.reduce((sum, each) => sum + WEIGHT[each], 0)

/** The likeliest first; those that are alike in nothing keep their order at the end. */
export const byLikeness = <T extends { why: readonly Likeness[] }>(rows: readonly T[]): T[] => [...rows].sort((a, b) => weightOf(b.why) - weightOf(a.why))
