import type { EmployeeBondDoc, WechatLinkDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'
import { wechatLinkId } from './wechat-links'

export type { EmployeeBondDoc } from '../documents'

interface WechatUser { appId: string; openid: string }

/** Accounts that are told by 用工消息: of these WeChat users, those who took this very template. */
export async function employedAmong(store: DocumentStore, employer: { templateId: string } | null, links: readonly WechatLinkDoc[]): Promise<ReadonlySet<string>> {
  if (employer === null || links.length === 0) return new Set()
  const bonds = await store.find('employee_bonds', { _id: { in: links.map(wechatLinkId) } }, { limit: links.length })
  return new Set(bonds.filter(({ agreed, templateId }) => agreed && templateId === employer.templateId).map(({ accountId }) => accountId))
}

export const bondOf = async (store: Pick<DocumentStore, 'get'>, user: WechatUser): Promise<EmployeeBondDoc | null> => store.get('employee_bonds', wechatLinkId(user))

export const bondsOfAccount = (store: DocumentStore, institutionId: string, accountId: string): Promise<EmployeeBondDoc[]> =>
  store.find('employee_bonds', { ...ofInstitution(institutionId), accountId }, { limit: 20 })

/** Every bond of every institution in turn, `limit` at a time. */
export const bondsAfter = (store: DocumentStore, after: string, limit: number): Promise<EmployeeBondDoc[]> =>
  store.find('employee_bonds', { _id: { after } }, { sort: [['_id', 1]], limit })

/** WeChat refused to tell them: they ended it themselves, in WeChat, and are not asked again. */
export async function declineFor(store: DocumentStore, users: readonly WechatUser[]): Promise<void> {
  if (users.length > 0) await store.update('employee_bonds', { _id: { in: users.map(wechatLinkId) } }, { set: { agreed: false } })
}

/** `at`: as it was when it was judged; who has answered anew since then keeps what he answered. */
export const removeBond = (store: DocumentStore, { _id, at }: EmployeeBondDoc): Promise<number> => store.remove('employee_bonds', { _id, at })
