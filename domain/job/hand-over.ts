import type { RelatedRole } from '../certificate/certificate'

interface Told { createdBy: string; updatedBy: string; relatedRoles: RelatedRole[]; recipientIds: string[] }
interface HandOver { from: string; to: string }

/** By which roles an account is told. */
const rolesOf = (told: Told, accountId: string): RelatedRole[] =>
  told.relatedRoles.filter((role) => (role === 'creator' ? told.createdBy : told.updatedBy) === accountId)

/**
 * Who is told after a leaver's reminders are handed over (B20): the successor stands where the leaver was named, and is named where the leaver was
 * told as 录入人 or 修改人; who entered and who edited stays on record. null: the leaver is not told, nothing changes.
 */
export function handedOver(told: Told, { from, to }: HandOver): Pick<Told, 'relatedRoles' | 'recipientIds'> | null {
  const roles = rolesOf(told, from)
  if (roles.length === 0 && !told.recipientIds.includes(from)) return null
  const others = told.recipientIds.filter((id) => id !== from)
  return { relatedRoles: told.relatedRoles.filter((role) => !roles.includes(role)), recipientIds: [...new Set([...others, to])] }
}
