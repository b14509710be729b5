import type { AccountDoc, WechatLinkDoc } from '../documents'
import type { Ports } from '../ports'
import { channelSettingsOf } from './channel-settings'
import { employedAmong } from './employee-bonds'
import { ofInstitution } from './of-institution'
import { linksOf } from './wechat-links'

/** How one account can be reached (B2, B5), as far as we know. */
export interface AccountReach {
  bound: boolean
  follows: boolean
  hasPhone: boolean
  wechatCredits: number
  /** He takes 用工消息; absent: no. */
  employed?: boolean
}

export const creditId = (accountId: string, templateId: string): string => `${accountId}:${templateId}`

async function followersAmong({ store }: Ports, unionids: readonly string[]): Promise<Set<string>> {
  const known = unionids.filter((unionid) => unionid !== '')
  if (known.length === 0) return new Set()
  const followers = await store.find('followers', { unionid: { in: known } }, { limit: known.length * 2 })
  return new Set(followers.map(({ unionid }) => unionid))
}

/** Accounts whose own code a follower scanned, where no unionid tells it. */
async function scannedAmong({ store }: Ports, accountIds: readonly string[]): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set()
  const followers = await store.find('followers', { accountId: { in: accountIds } }, { limit: accountIds.length * 2 })
  return new Set(followers.map(({ accountId }) => accountId ?? ''))
}

/** The subscription message that this institution asks consent for; `null` when that channel is not set up. */
export async function subscribeTemplateOf({ store, settings }: Pick<Ports, 'store' | 'settings'>, institutionId: string): Promise<string | null> {
  const own = (await channelSettingsOf(store, institutionId))?.subscribeMessage
  if (!own || own.use === 'default') return settings.subscribeTemplateId
  return own.use === 'own' ? own.templateId : null
}

async function creditsOf(ports: Ports, institutionId: string, accountIds: readonly string[]): Promise<Map<string, number>> {
  const { store } = ports
  const templateId = await subscribeTemplateOf(ports, institutionId)
  if (templateId === null || accountIds.length === 0) return new Map()
  const ids = accountIds.map((accountId) => creditId(accountId, templateId))
  const credits = await store.find('subscription_credits', { ...ofInstitution(institutionId), _id: { in: ids } }, { limit: ids.length })
  return new Map(credits.map(({ accountId, remaining }) => [accountId, remaining]))
}

/** The template of 用工消息 that this institution sends; `null` when it is switched off, or the mini-program is. */
export async function employeeTemplateOf({ store }: Pick<Ports, 'store'>, institutionId: string): Promise<string | null> {
  const doc = await channelSettingsOf(store, institutionId)
  return doc?.employeeMessage?.on && doc.subscribeMessage.use !== 'off' ? doc.employeeMessage.templateId : null
}

async function employedOf({ store }: Ports, institutionId: string, links: readonly WechatLinkDoc[]): Promise<ReadonlySet<string>> {
  const templateId = await employeeTemplateOf({ store }, institutionId)
  return employedAmong(store, templateId === null ? null : { templateId }, links)
}

/** The reach of each of these accounts, by account id: eight questions to the store, however many they are. */
export async function reachOfAccounts(ports: Ports, institutionId: string, accounts: ReadonlyArray<Pick<AccountDoc, '_id' | 'phone'>>): Promise<Map<string, AccountReach>> {
  const ids = accounts.map(({ _id }) => _id)
  const [links, credits] = await Promise.all([linksOf(ports.store, institutionId, ids), creditsOf(ports, institutionId, ids)])
  const [following, scanned, employed] = await Promise.all([
    followersAmong(ports, links.map(({ unionid }) => unionid)), scannedAmong(ports, ids), employedOf(ports, institutionId, links),
  ])
  const unionidOf = new Map(links.map(({ accountId, unionid }) => [accountId, unionid]))
  return new Map(accounts.map(({ _id, phone }) => [_id, {
    bound: unionidOf.has(_id),
    follows: following.has(unionidOf.get(_id) ?? '') || scanned.has(_id),
    hasPhone: phone !== '',
    wechatCredits: credits.get(_id) ?? 0,
    ...(employed.has(_id) && { employed: true }),
  }]))
}
