import type { Role } from '../../domain/account/role'
import type { Recipient } from '../../domain/reminder/route'
import type { AccountDoc, WechatLinkDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { inParts } from './due'
import { employedAmong } from './employee-bonds'
import { ofInstitution } from './of-institution'
import { linksOf } from './wechat-links'

/** Somebody to be told, with the addresses by which each channel finds him; '' where there is none. */
export interface Contact extends Recipient {
  role: Role
  /** In the mini-program that sends subscription messages. */
  openid: string
  /** In the official account. */
  officialOpenid: string
}

/** Whose addresses count: `null` where a channel is not set up. */
export interface Senders {
  officialAppId: string | null
  mini: { appId: string; templateId: string } | null
  /** Of 用工消息; absent: switched off. */
  employer?: { appId: string; templateId: string } | null
}

export const creditId = (accountId: string, templateId: string): string => `${accountId}:${templateId}`

interface Asked {
  store: DocumentStore
  institutionId: string
  accountIds: string[]
  senders: Senders
  /** Accounts that WeChat wants told on 节点 only (B28). */
  slowed?: ReadonlySet<string>
}

const accountsOf = ({ store, institutionId, accountIds }: Asked): Promise<AccountDoc[]> =>
  store.find('accounts', { ...ofInstitution(institutionId), _id: { in: accountIds } }, { limit: accountIds.length, fields: ['institutionId', 'name', 'phone', 'active', 'role'] })

async function followersOf({ store, senders }: Asked, unionids: string[]): Promise<Map<string, string>> {
  const known = unionids.filter((unionid) => unionid !== '')
  if (senders.officialAppId === null || known.length === 0) return new Map()
  const docs = await store.find('followers', { unionid: { in: known }, appId: senders.officialAppId }, { limit: known.length * 2 })
  return new Map(docs.map(({ unionid, openid }) => [unionid, openid]))
}

/** Who is known as a follower by the code that he scanned, where no unionid tells it. */
async function scannedBy({ store, senders, accountIds }: Asked): Promise<Map<string, string>> {
  if (senders.officialAppId === null) return new Map()
  const docs = await store.find('followers', { accountId: { in: accountIds }, appId: senders.officialAppId }, { limit: accountIds.length * 2 })
  return new Map(docs.map(({ accountId, openid }) => [accountId ?? '', openid]))
}

async function creditsOf({ store, institutionId, accountIds, senders }: Asked): Promise<Map<string, number>> {
  const { mini } = senders
  if (mini === null) return new Map()
  const ids = accountIds.map((accountId) => creditId(accountId, mini.templateId))
  const docs = await store.find('subscription_credits', { ...ofInstitution(institutionId), _id: { in: ids } }, { limit: ids.length })
  return new Map(docs.map(({ accountId, remaining }) => [accountId, remaining]))
}

interface Known { links: Map<string, WechatLinkDoc>; employed: ReadonlySet<string>; followers: Map<string, string>; scanned: Map<string, string>; credits: Map<string, number> }

/** In the official account, by unionid or by the code he scanned; '' when he does not follow or is not bound. */
const followerOf = (link: WechatLinkDoc | undefined, { followers, scanned }: Known): string =>
  (link && (followers.get(link.unionid) ?? scanned.get(link.accountId))) ?? ''

function contactOf(account: AccountDoc, known: Known, senders: Senders): Contact {
  const link = known.links.get(account._id)
  const openid = link && link.appId === senders.mini?.appId ? link.openid : ''
  const officialOpenid = followerOf(link, known)
  return {
    accountId: account._id, name: account.name, active: account.active, phone: account.phone, role: account.role,
    bound: link !== undefined, follows: officialOpenid !== '', wechatCredits: openid === '' ? 0 : known.credits.get(account._id) ?? 0,
    openid, officialOpenid, employed: openid !== '' && known.employed.has(account._id),
  }
}

async function contactsOf(asked: Asked): Promise<Contact[]> {
  const links = await linksOf(asked.store, asked.institutionId, asked.accountIds)
  const [accounts, followers, scanned, credits, employed] = await Promise.all([
    accountsOf(asked), followersOf(asked, links.map(({ unionid }) => unionid)), scannedBy(asked), creditsOf(asked), employedAmong(asked.store, asked.senders.employer ?? null, links),
  ])
  const known = { links: new Map(links.map((link) => [link.accountId, link])), employed, followers, scanned, credits }
  return accounts.map((account) => ({ ...contactOf(account, known, asked.senders), slowed: asked.slowed?.has(account._id) ?? false }))
}

/** What is known now of these accounts of the institution; accounts that do not exist are left out. */
export async function contactsFor(asked: Asked): Promise<Contact[]> {
  const parts = inParts([...new Set(asked.accountIds)])
  return (await Promise.all(parts.map((accountIds) => contactsOf({ ...asked, accountIds })))).flat()
}
