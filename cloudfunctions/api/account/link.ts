import { fail } from '../../../domain/kernel/failure'
import type { AuditNote, Work } from '../../../cloud/gate/verb'
import type { Arrival, Visitor } from '../../../cloud/gate/visitor'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { linksOf, wechatLinkId } from '../../../cloud/repositories/wechat-links'

export type WechatVisitor = Extract<Visitor, { way: 'wechat' }>

/** Binding is for a WeChat user who has no account yet. Failures: `account.wechat-only`, `account.already-bound` {name}. */
export function unboundVisitor({ visitor, caller }: Arrival): WechatVisitor {
  if (visitor.way !== 'wechat') return fail('account.wechat-only')
  if (caller) fail('account.already-bound', { name: caller.name })
  return visitor
}

/** Somebody who binds twice at once meets his own first link. */
async function refuseSecondAccount(account: AccountDoc, id: string, { tx }: Work<unknown>): Promise<void> {
  const mine = await tx.get('wechat_links', id)
  if (!mine || mine.accountId === account._id) return
  const other = await tx.get('accounts', mine.accountId)
  // A link to an account that was switched off leads nowhere any more and may be replaced.
  if (other?.active) fail('account.already-bound', { name: other.name })
}

/**
 * Links the WeChat user to the account. The store's unique key on the account decides a race.
 * Failures: `account.bound-to-another`, `account.already-bound` {name}.
 */
export async function link(account: AccountDoc, visitor: WechatVisitor, work: Work<unknown>): Promise<AuditNote> {
  const { store, tx, now } = work
  const id = wechatLinkId(visitor)
  await refuseSecondAccount(account, id, work)
  const [existing] = await linksOf(store, account.institutionId, [account._id])
  if (existing && existing._id !== id) fail('account.bound-to-another')
  await tx.set('wechat_links', {
    _id: id, schema: 1, institutionId: account.institutionId, accountId: account._id,
    appId: visitor.appId, openid: visitor.openid, unionid: visitor.unionid, boundAt: now,
  })
  const by = { institutionId: account.institutionId, accountId: account._id, name: account.name }
  return { subject: account._id, before: null, after: { boundAt: now }, by }
}
