import { maskNumber } from '../certificate/certificate'
import { maskPhone } from './account'
import { rolesThatMay } from './permissions'
import type { PersonalKind } from './personal-mark'
import type { Role } from './role'

/** Whoever enters certificates needs their numbers; 只读, 审计员 and 平台运维 do not (PIPL: no more than the purpose needs). */
export const seesPersonal = (role: Role): boolean => rolesThatMay('certificate.write').includes(role)

/** Fields of a change that hold one. */
const FIELDS: Readonly<Record<string, 'number' | 'birth' | 'phone'>> = { number: 'number', birthMonth: 'birth', phone: 'phone' }

const text = (value: unknown, mask: (text: string) => string): unknown => (typeof value === 'string' && value !== '' ? mask(value) : value)

interface Change { field: string; before: unknown; after: unknown }

function maskedChange(value: unknown): unknown {
  const change = value as Change
  const kind = FIELDS[change.field.slice(change.field.lastIndexOf('.') + 1)]
  const hide = (part: unknown): unknown => (kind === 'birth' ? text(part, () => '****') : masked(kind ?? 'number', part))
  return kind === undefined ? value : { ...change, before: hide(change.before), after: hide(change.after) }
}

/** As it is told to whoever need not see it. 出生年月 is left out: half of it still tells who is meant. */
export function masked(kind: PersonalKind, value: unknown): unknown {
  if (kind === 'change') return maskedChange(value)
  if (kind === 'birth') return null
  return text(value, kind === 'phone' ? maskPhone : maskNumber)
}

/** A 证件号 as somebody of this role is told it in a file. */
export const numberFor = (role: Role): (number: string) => string => (seesPersonal(role) ? (number) => number : maskNumber)

/** A change as somebody of this role is told it in a file. */
export const changeFor = <C extends { field: string }>(role: Role, change: C): C => (seesPersonal(role) ? change : masked('change', change) as C)
