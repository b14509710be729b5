import type { CivilDay } from '../../domain/kernel/civil-day'
import type { CertificateDoc, DeliveryDoc } from '../documents'
import type { DocumentStore, Where } from '../ports'
import { ofInstitution } from './of-institution'

interface Person { institutionId: string; accountId: string }

/** More than anybody gets of one day. */
const MOST_MESSAGES = 500
/** Certificates of one way of being named that a person can read through. */
const MOST_CERTIFICATES = 300

/** What was planned for one person on one day, newest first; a hospital's messages of a day are looked through by their index. */
export const deliveriesTo = (store: DocumentStore, { institutionId, accountId }: Person, day: CivilDay): Promise<DeliveryDoc[]> =>
  store.find('deliveries', { ...ofInstitution(institutionId), day, accountId }, { sort: [['createdAt', -1]], limit: MOST_MESSAGES })

/** Certificates whose warning covers the day and that name the person, as 指定人员, 录入人 or 修改人 (S39, S40); soonest first. */
export async function certificatesNaming(store: DocumentStore, { institutionId, accountId }: Person, day: CivilDay): Promise<CertificateDoc[]> {
  const due: Where = { ...ofInstitution(institutionId), expiresOn: { from: day }, warnFrom: { to: day }, longTerm: false }
  const ways: Where[] = [{ recipientIds: accountId }, { createdBy: accountId, relatedRoles: 'creator' }, { updatedBy: accountId, relatedRoles: 'editor' }]
  const found = await Promise.all(ways.map((way) => store.find('certificates', { ...due, ...way }, { sort: [['expiresOn', 1]], limit: MOST_CERTIFICATES })))
  const each = new Map(found.flat().map((doc) => [doc._id, doc]))
  return [...each.values()].sort((a, b) => ((a.expiresOn ?? '') < (b.expiresOn ?? '') ? -1 : 1))
}
