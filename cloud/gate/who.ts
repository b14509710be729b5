import { withDescendants } from '../../domain/institution/department'
import { seesWholeInstitution } from '../../domain/account/role'
import type { AccountDoc, SessionDoc } from '../documents'
import type { Ports } from '../ports'
import { departmentNodes } from '../repositories/departments'
import { sessionIdOf } from '../repositories/sessions'
import { wechatLinkId } from '../repositories/wechat-links'
import type { Arrival, SignedIn, Visitor } from './visitor'

interface Found { accountId: string; provenAt?: Date }

/** A session begins with a proof. */
const ofSession = ({ accountId, createdAt, provenAt = createdAt }: SessionDoc): Found => ({ accountId, provenAt })

async function foundBy(visitor: Visitor, ports: Ports): Promise<Found | null> {
  if (visitor.way === 'wechat') return ports.store.get('wechat_links', wechatLinkId(visitor)).then((link) => link && { accountId: link.accountId })
  if (visitor.token === '') return null
  const session = await ports.store.get('sessions', sessionIdOf(visitor.token, ports.secrets))
  return session && session.expiresAt > ports.clock.now() ? ofSession(session) : null
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
  const found = await foundBy(visitor, ports)
  const account = found && await ports.store.get('accounts', found.accountId)
  const caller = account?.active ? await callerOf(account, visitor, ports) : null
  return { visitor, caller, off: account?.active === false, ...(found?.provenAt && { provenAt: found.provenAt }) }
}
