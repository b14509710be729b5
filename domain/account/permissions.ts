import type { Caller } from './caller'
import { ROLES, seesWholeInstitution, WORKING_ROLES, type Role } from './role'

/** What can be done, by noun. */
export const ACTIONS = [
  'account.read', 'account.invite', 'account.write', 'audit.read',
  'department.read', 'person.read', 'person.write',
  'device.read', 'device.write',
  'certificate.read', 'certificate.write', 'certificate.handle', 'certificate.handle-note', 'certificate.silence-late',
  'submission.write', 'submission.review',
  'delivery.read', 'delivery.resend', 'attachment.read', 'attachment.write',
  'inbox.read', 'channel.self', 'settings.write', 'health.read', 'review.pack', 'security.write', 'institution.found',
] as const
export type Action = (typeof ACTIONS)[number]

/** What it is done to. A missing subject asks «may this role ever?» (the gate's coarse question and the app's buttons). */
export interface Subject {
  institutionId: string
  /** Every department the thing belongs to: of the holder and of any device. */
  departmentIds?: readonly string[]
  /** Who entered it, or whose it is. */
  ownerAccountId?: string | null
}

export type Decision = { allowed: true } | { allowed: false; reason: 'role' | 'institution' | 'department' | 'not-own' }

/** Whoever works in the hospital. */
const EVERYONE: readonly Role[] = WORKING_ROLES
const WORKERS: readonly Role[] = ['hospital-admin', 'equipment-office', 'department-head', 'staff']
const HEADS: readonly Role[] = ['hospital-admin', 'equipment-office', 'department-head']
const OFFICE: readonly Role[] = ['hospital-admin', 'equipment-office']

/** How far a permission reaches: the whole institution, the caller's departments (or what he entered), or himself. */
type Reach = 'institution' | 'department' | 'own'

interface Rule {
  roles: readonly Role[]
  reach: Reach
}

const MATRIX: Readonly<Record<Action, Rule>> = {
  // S40: any account of the platform may be chosen as recipient, across departments.
  'account.read': { roles: WORKERS, reach: 'institution' },
  'account.invite': { roles: OFFICE, reach: 'institution' },
  'account.write': { roles: OFFICE, reach: 'institution' },
  // B25: who answers for the whole hospital looks after those who manage it, 设备科 among them.
  'audit.read': { roles: ['hospital-admin', 'auditor'], reach: 'institution' },
  'department.read': { roles: EVERYONE, reach: 'institution' },
  'person.read': { roles: EVERYONE, reach: 'department' },
  'person.write': { roles: HEADS, reach: 'department' },
  'device.read': { roles: EVERYONE, reach: 'department' },
  'device.write': { roles: OFFICE, reach: 'department' },
  'certificate.read': { roles: EVERYONE, reach: 'department' },
  'certificate.write': { roles: WORKERS, reach: 'department' },
  'certificate.handle': { roles: WORKERS, reach: 'department' },
  // B30: 仅标记已处理 and 离岗/注销 have weight.
  'certificate.handle-note': { roles: HEADS, reach: 'department' },
  // B30: only these let a silence pass 有效期−7.
  'certificate.silence-late': { roles: OFFICE, reach: 'department' },
  // B16: what somebody handed in is his until it is decided, and decided by those who answer for the certificate.
  'submission.write': { roles: WORKERS, reach: 'own' },
  'submission.review': { roles: HEADS, reach: 'department' },
  'delivery.read': { roles: EVERYONE, reach: 'department' },
  // B7: sending again is for those who answer for the reminders.
  'delivery.resend': { roles: HEADS, reach: 'department' },
  'attachment.read': { roles: EVERYONE, reach: 'department' },
  'attachment.write': { roles: WORKERS, reach: 'department' },
  'inbox.read': { roles: ROLES, reach: 'own' },
  'channel.self': { roles: ROLES, reach: 'own' },
  'settings.write': { roles: OFFICE, reach: 'institution' },
  // B17: whoever answers for a department shows its papers to reviewers.
  'review.pack': { roles: HEADS, reach: 'department' },
  // B25: how administrators come in is decided by who answers for the whole hospital.
  'security.write': { roles: ['hospital-admin'], reach: 'institution' },
  // B25: 平台运维 makes hospitals and sees none of what lies in them.
  'institution.found': { roles: ['platform-operator'], reach: 'institution' },
  // B18: those who answer for the reminders see whether they arrive.
  'health.read': { roles: OFFICE, reach: 'institution' },
}

/** Who keeps the records of others: what he looks at of them is put on record. */
export const mayManagePeople = (role: Role): boolean => MATRIX['person.write'].roles.includes(role)

/** The roles that may ever do it. */
export const rolesThatMay = (action: Action): readonly Role[] => MATRIX[action].roles

const ALLOWED: Decision = { allowed: true }
const refused = (reason: Extract<Decision, { allowed: false }>['reason']): Decision => ({ allowed: false, reason })

/**
 * The one answer to «may he?», for the gate and for the app's buttons (B25).
 * Who entered something keeps reading and writing it after a transfer, as far as his role allows the action at all.
 */
export function may(caller: Caller, action: Action, subject?: Subject): Decision {
  const rule = MATRIX[action]
  if (!rule.roles.includes(caller.role)) return refused('role')
  if (!subject) return ALLOWED
  if (subject.institutionId !== caller.institutionId) return refused('institution')
  return within(caller, rule.reach, subject)
}

function within(caller: Caller, reach: Reach, subject: Subject): Decision {
  const owns = subject.ownerAccountId === caller.accountId
  if (reach === 'own') return owns ? ALLOWED : refused('not-own')
  if (reach === 'institution' || owns || seesWholeInstitution(caller.role)) return ALLOWED
  const inScope = (subject.departmentIds ?? []).some((id) => caller.departmentIds.includes(id))
  return inScope ? ALLOWED : refused('department')
}
