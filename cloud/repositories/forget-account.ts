import type { AccountDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { ofInstitution } from './of-institution'
import { linksOf } from './wechat-links'

/** Of each kind; an account has one link, and one credit per template that it was ever asked for. */
const MOST = 20

/** Takes what reaches its holder off an account that is off: phone, password, the tie to his record. Its names stay: certificates and the audit say who did what, and nobody else may get his log-in name. */
export const forgotten = (account: AccountDoc): AccountDoc =>
  ({ ...account, phone: '', passwordHash: '', personId: null, active: false, version: (account.version ?? 0) + 1, lockout: { failures: 0, lockedUntil: null } })

/** His WeChat and what he had consented to, in the caller's transaction. */
export async function forgetWechat({ store, tx }: { store: DocumentStore; tx: Transaction }, { institutionId, _id }: AccountDoc): Promise<void> {
  for (const link of await linksOf(store, institutionId, [_id])) await tx.remove('wechat_links', link._id)
  for (const credit of await store.find('subscription_credits', { ...ofInstitution(institutionId), accountId: _id }, { limit: MOST, fields: ['_id'] })) await tx.remove('subscription_credits', credit._id)
}

/** What was told to him and when he consented; outside of transactions, for there may be much of it. It may be done again. */
export async function forgetMessages(store: DocumentStore, { institutionId, _id: accountId }: Pick<AccountDoc, 'institutionId' | '_id'>): Promise<void> {
  for (const collection of ['inbox', 'subscription_grants'] as const) await store.remove(collection, { ...ofInstitution(institutionId), accountId })
  await store.update('followers', { accountId }, { set: { accountId: '' } })
}
