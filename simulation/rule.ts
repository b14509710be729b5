import type { CertificateDoc } from '../cloud/documents'
import { dayAfter } from './calendar'

/**
 * The guide's daily rule in the plainest words, written anew: the judge must not share a mistake with the engine.
 */
export interface Telling { accountId: string; channel: 'home' | 'sms' | 'wechat'; cycle: number; day: string; time: string }

/** Everybody who is told of it (S39, S40). */
export function audience(doc: CertificateDoc): string[] {
  const all = [...doc.recipientIds]
  if (doc.relatedRoles.includes('creator')) all.push(doc.createdBy)
  if (doc.relatedRoles.includes('editor')) all.push(doc.updatedBy)
  return [...new Set(all)]
}

/** From 有效期 − 提前量 through 有效期, while nobody has dealt with it (S33–S35). */
export function speaksOn(doc: CertificateDoc, day: string): boolean {
  if (doc.longTerm || doc.expiresOn === null) return false
  if (day < dayAfter(doc.expiresOn, -doc.leadDays) || day > doc.expiresOn) return false
  const { handling } = doc
  return handling === null || (handling.until !== null && day >= handling.until)
}

export const mayBeTold = (doc: CertificateDoc, { accountId, channel, cycle, day }: Telling): boolean =>
  doc.cycle === cycle && speaksOn(doc, day) && doc.channels[channel] && audience(doc).includes(accountId)
