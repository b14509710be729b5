import type { WechatLinkDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

/** A WeChat user is an openid of one mini-program. */
export const wechatLinkId = ({ appId, openid }: { appId: string; openid: string }): string => `${appId}:${openid}`

/** The links of these accounts; an account has one at most. */
export const linksOf = async (store: DocumentStore, institutionId: string, accountIds: readonly string[]): Promise<WechatLinkDoc[]> =>
  (accountIds.length === 0 ? [] : store.find('wechat_links', { ...ofInstitution(institutionId), accountId: { in: accountIds } }, { limit: accountIds.length }))

/** Accounts of an institution that a list looks through. */
const MOST = 5000

/** Ids of the accounts that a WeChat is tied to. */
export const boundAmong = async (store: DocumentStore, institutionId: string): Promise<ReadonlySet<string>> =>
  new Set((await store.find('wechat_links', ofInstitution(institutionId), { limit: MOST, fields: ['accountId'] })).map(({ accountId }) => accountId))
