import type { CertificateTypeDoc, InstitutionRulesDoc } from '../cloud/documents'
import { DEVICE_OPERATOR } from '../domain/certificate/type'
import { DEFAULT_INSTITUTION_RULES, type InstitutionRules } from '../domain/institution/rules'
import { GUIDE_TYPE_RULES, rulesOf, type ReminderRules, type TypeRules } from '../domain/reminder/rules'
import type { Role } from '../domain/account/role'
import type { Luck } from './chance'

/** The type of the guide, which nobody edited, and one that the hospital made with rules of its own. */
export const TYPES = ['device-operator', 'own'] as const

/** What one hospital has set. */
export interface Hospital { institution: InstitutionRules; own: TypeRules }

const HOLIDAYS = [{ name: '清明', from: '2024-04-04', to: '2024-04-06' }, { name: '劳动节', from: '2024-05-01', to: '2024-05-05' }, { name: '妇女节', from: '2024-03-08', to: '2024-03-08' }]
const QUIET = [DEFAULT_INSTITUTION_RULES.quietHours, null, { from: '13:00:00', to: '14:00:30' }, { from: '09:59:00', to: '10:06:00' }]

const ROLES: Readonly<Record<string, Role>> = { 3: 'department-head', 4: 'equipment-office' }
/** Whom an escalation reaches (B9): the last two of each hospital; all are of the one department that its certificates are of. */
export const roleOf = (accountId: string): Role => ROLES[accountId.slice(-1)] ?? 'staff'

export function drawHospital({ happens, pick }: Luck): Hospital {
  const rhythm = (): 'daily' | 'steps' => (happens(0.5) ? 'steps' : 'daily')
  const own: TypeRules = {
    rhythm: { home: rhythm(), sms: rhythm(), wechat: rhythm() },
    steps: pick([[180, 90, 60, 30, 15, 7, 3, 1, 0], [5, 2, 0], [10, 4, 1]]),
    afterExpiry: happens(0.5) ? 'weekly' : 'stop',
    escalation: pick([[], [{ daysBefore: 2, role: 'department-head' }], [{ daysBefore: 5, role: 'department-head' }, { daysBefore: 1, role: 'equipment-office' }]] as const),
  }
  const beforeHolidays = happens(0.5)
  return { own, institution: { ...DEFAULT_INSTITUTION_RULES, quietHours: pick(QUIET), beforeHolidays, holidays: beforeHolidays || happens(0.5) ? HOLIDAYS : [] } }
}

export const settingsFor = ({ institution, own }: Hospital, typeId: string): ReminderRules => rulesOf(typeId === 'own' ? own : GUIDE_TYPE_RULES, institution)

const stamps = (institutionId: string) => ({ schema: 1 as const, institutionId, version: 1, createdBy: 'x', createdAt: new Date(0), updatedBy: 'x', updatedAt: new Date(0) })

export const documentsOf = (institutionId: string, { institution, own }: Hospital): { rules: InstitutionRulesDoc; type: CertificateTypeDoc } => ({
  rules: { _id: institutionId, ...stamps(institutionId), rules: institution, reckonAnew: null },
  type: { _id: `${institutionId}:own`, ...stamps(institutionId), type: { ...DEVICE_OPERATOR, id: 'own', name: '本院自定', rules: own } },
})
