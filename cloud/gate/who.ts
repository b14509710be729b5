import { withDescendants } from '../../domain/institution/department'
import { seesWholeInstitution } from '../../domain/account/role'
import type { AccountDoc } from '../documents'
import type { Ports } from '../ports'
import { departmentNodes } from '../repositories/departments'
import { sessionIdOf } from '../repositories/sessions'
import { wechatLinkId } from '../repositories/wechat-links'
import type { Arrival, SignedIn, Visitor } from './visitor'

async function accountIdOf(visitor: Visitor, ports: Ports): Promise<string | null> {
  if (visitor.way === 'wechat') return (await ports.store.get('wechat_links', wechatLinkId(visitor)))?.accountId ?? null
  if (visitor.token === '') return null
  const session = await ports.store.get('sessions', sessionIdOf(visitor.token, ports.secrets))
  return session && session.expiresAt > ports.clock.now() ? session.accountId : null
}

/** The departments he may see, already expanded; roles that see the whole institution need no list. */
async function scopeOf(account: AccountDoc, ports: Ports): Promise<string[]> {
  if (seesWholeInstitution(account.role) || account.departmentId === null) return []
  return withDescendants(await departmentNodes(ports.store, account.institutionId), [account.departmentId])
}

export async function callerOf(account: AccountDoc, visitor: Visitor, ports: Ports): Promise<SignedIn> {
  return {
    accountId: account._id,
    institutionId: account.institutionId,
    role: account.role,
    departmentIds: await scopeOf(account, ports),
    name: account.name,
    visitor,
  }
}

/** Finds the account behind a visitor: by his WeChat link or by his session, never by both. An account that was switched off is nobody's. */
export async function recognise(visitor: Visitor, ports: Ports): Promise<Arrival> {
  const accountId = await accountIdOf(visitor, ports)
  const account = accountId === null ? null : await ports.store.get('accounts', accountId)
  return { visitor, caller: account?.active ? await callerOf(account, visitor, ports) : null, off: account?.active === false }
}
