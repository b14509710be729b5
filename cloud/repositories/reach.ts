import type { AccountDoc } from '../documents'
import type { Ports } from '../ports'
import { ofInstitution } from './of-institution'
import { linksOf } from './wechat-links'

/** How one account can be reached (B2, B5), as far as we know. */
export interface AccountReach {
  bound: boolean
  follows: boolean
  hasPhone: boolean
  wechatCredits: number
}

export const creditId = (accountId: string, templateId: string): string => `${accountId}:${templateId}`

async function followersAmong({ store }: Ports, unionids: readonly string[]): Promise<Set<string>> {
  const known = unionids.filter((unionid) => unionid !== '')
  if (known.length === 0) return new Set()
  const followers = await store.find('followers', { unionid: { in: known } }, { limit: known.length * 2 })
  return new Set(followers.map(({ unionid }) => unionid))
}

async function creditsOf({ store, settings }: Ports, institutionId: string, accountIds: readonly string[]): Promise<Map<string, number>> {
  const templateId = settings.subscribeTemplateId
  if (templateId === null || accountIds.length === 0) return new Map()
  const ids = accountIds.map((accountId) => creditId(accountId, templateId))
  const credits = await store.find('subscription_credits', { ...ofInstitution(institutionId), _id: { in: ids } }, { limit: ids.length })
  return new Map(credits.map(({ accountId, remaining }) => [accountId, remaining]))
}

/** The reach of each of these accounts, by account id: four questions to the store, however many they are. */
export async function reachOfAccounts(ports: Ports, institutionId: string, accounts: ReadonlyArray<Pick<AccountDoc, '_id' | 'phone'>>): Promise<Map<string, AccountReach>> {
  const ids = accounts.map(({ _id }) => _id)
  const [links, credits] = await Promise.all([linksOf(ports.store, institutionId, ids), creditsOf(ports, institutionId, ids)])
  const following = await followersAmong(ports, links.map(({ unionid }) => unionid))
  const unionidOf = new Map(links.map(({ accountId, unionid }) => [accountId, unionid]))
  return new Map(accounts.map(({ _id, phone }) => [_id, {
    bound: unionidOf.has(_id),
    follows: following.has(unionidOf.get(_id) ?? ''),
    hasPhone: phone !== '',
    wechatCredits: credits.get(_id) ?? 0,
  }]))
}
