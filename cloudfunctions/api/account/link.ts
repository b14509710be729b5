import { fail } from '../../../domain/kernel/failure'
import type { AuditNote, Work } from '../../../cloud/gate/verb'
import type { Arrival, Visitor } from '../../../cloud/gate/visitor'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import type { WechatLinkDoc } from '../../../cloud/documents'
import { sessionsOf } from '../../../cloud/repositories/sessions'
import { linksOf, wechatLinkId } from '../../../cloud/repositories/wechat-links'

/** `former`: the WeChat whose place was taken, to be told of it. */
export interface Linked { former: WechatLinkDoc | null; audit: AuditNote }
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

/** The former WeChat is taken off, and every session of the web edition ends: whoever held them may not be the one who binds now (architecture §8). */
async function replace(former: WechatLinkDoc, { _id: accountId, institutionId }: AccountDoc, { store, tx, now, chance }: Work<unknown>): Promise<void> {
  await tx.remove('wechat_links', former._id)
  for (const { _id } of await sessionsOf(store, { institutionId, accountId })) await tx.remove('sessions', _id)
  await tx.add('inbox', {
    _id: chance.newId(), schema: 1, institutionId, accountId, deliveryId: `rebind-${chance.newId()}`, at: now, items: [], readAt: null,
    title: '账号换绑了微信', text: '这个账号刚用绑定码换绑到新的微信，原来的微信已解绑，网页登录已全部退出。不是您本人办理的，请马上联系设备科。',
  })
}

/**
 * Links the WeChat user to the account. The store's unique key on the account decides a race. With a fresh code (`mayReplace`) he takes the place of
 * the WeChat that was bound before.
 * Failures: `account.bound-to-another`, `account.already-bound` {name}.
 */
export async function link(account: AccountDoc, visitor: WechatVisitor, { work, mayReplace }: { work: Work<unknown>; mayReplace: boolean }): Promise<Linked> {
  const { store, tx, now } = work
  const id = wechatLinkId(visitor)
  await refuseSecondAccount(account, id, work)
  const [existing] = await linksOf(store, account.institutionId, [account._id])
  const former = existing && existing._id !== id ? existing : null
  if (former && !mayReplace) fail('account.bound-to-another')
  if (former) await replace(former, account, work)
  await tx.set('wechat_links', {
    _id: id, schema: 1, institutionId: account.institutionId, accountId: account._id,
    appId: visitor.appId, openid: visitor.openid, unionid: visitor.unionid, boundAt: now,
  })
  const by = { institutionId: account.institutionId, accountId: account._id, name: account.name }
  return { former, audit: { subject: account._id, before: former && { boundAt: former.boundAt }, after: { boundAt: now }, by } }
}
