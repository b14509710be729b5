import { NO_CONSENT, type ConsentLedger } from '../../domain/account/consent'
import type { WechatLinkDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { isStoreError } from '../store-error'
import { creditId } from './reach'
import { wechatLinkId } from './wechat-links'
import type { Pushed } from './wechat-followers'

export interface ConsentChange { templateId: string; after(ledger: ConsentLedger): ConsentLedger }

const MINI_USER = (appId: string, openid: string): string => wechatLinkId({ appId, openid })

export const linkOfUser = (store: DocumentStore, appId: string, openid: string): Promise<WechatLinkDoc | null> => store.get('wechat_links', MINI_USER(appId, openid))

/** Turns one page of the ledger of the account that the link names. */
export async function turnLedger(tx: Transaction, { institutionId, accountId }: Pick<WechatLinkDoc, 'institutionId' | 'accountId'>, { templateId, after }: ConsentChange): Promise<ConsentLedger> {
  const _id = creditId(accountId, templateId)
  const ledger = after((await tx.get('subscription_credits', _id)) ?? NO_CONSENT)
  await tx.set('subscription_credits', { ...ledger, _id, schema: 1, institutionId, accountId, templateId })
  return ledger
}

/** What a push tells of somebody's consents, once however often it is pushed. */
export async function recordConsents(store: DocumentStore, { key, at }: Pushed, told: { link: WechatLinkDoc; changes: readonly ConsentChange[] }): Promise<void> {
  try {
    await store.transaction(async (tx) => {
      await tx.add('wechat_events', { _id: key, schema: 1, at })
      for (const change of told.changes) await turnLedger(tx, told.link, change)
    })
  } catch (thrown) {
    if (!isStoreError(thrown, 'duplicate')) throw thrown
  }
}
