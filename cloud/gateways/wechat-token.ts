import { plusMinutes } from '../../domain/kernel/civil-day'
import type { Clock, DocumentStore } from '../ports'
import { isStoreError } from '../store-error'
import type { Http } from './http'
import { readWechatAnswer } from './wechat-answer'

export interface WechatAccount {
  appId: string
  secret: string
  /** Base address of WeChat's interface, without a slash at its end. */
  api: string
}

type TokenStore = Pick<DocumentStore, 'get' | 'update' | 'add' | 'remove'>
export interface TokenDesk { store: TokenStore; clock: Clock; http: Http }

/** Keeps no token: for a secret that is being tried out, which a token fetched with another one must not vouch for. */
export const NO_TOKENS_KEPT: TokenStore = { get: () => Promise.resolve(null), update: () => Promise.resolve(1), add: () => Promise.resolve(), remove: () => Promise.resolve(0) }

/** `refused`: WeChat said no to our credentials or address. `unsent`: it could not be asked. */
export type TokenReply = { kind: 'token'; token: string } | { kind: 'refused' | 'unsent'; code: string }

export interface TokenSource {
  get(): Promise<TokenReply>
  /** For a token that WeChat called stale: forgets it here and in the store. */
  drop(token: string): Promise<void>
}

interface Kept { token: string; expiresAt: Date }

/** Old and new tokens both work for five minutes (platform facts §2.2). */
const SPARE_MINUTES = 5
const LONGEST_MINUTES = 120
/** AppSecret wrong, our address not on the list, AppSecret frozen: asking again at once changes nothing. */
const CLOSING = new Set(['40125', '40164', '40243'])
const CLOSED_MINUTES = 10
const TIMEOUT_MS = 3000

/** Good for at least the spare time, and not from a clock that ran ahead of ours. */
const isFresh = ({ expiresAt }: Kept, now: Date): boolean =>
  expiresAt > plusMinutes(now, SPARE_MINUTES) && expiresAt <= plusMinutes(now, LONGEST_MINUTES)

async function ask({ http, clock }: TokenDesk, account: WechatAccount): Promise<Kept | Exclude<TokenReply, { kind: 'token' }>> {
  const body = JSON.stringify({ grant_type: 'client_credential', appid: account.appId, secret: account.secret, force_refresh: false })
  const reply = await http({ method: 'POST', url: `${account.api}/cgi-bin/stable_token`, headers: { 'content-type': 'application/json' }, body, timeoutMs: TIMEOUT_MS })
  // Not to know whether a token was handed out does no harm: the message itself has not been sent.
  if (reply.kind !== 'answered') return { kind: 'unsent', code: reply.code }
  const { code, data } = readWechatAnswer(reply)
  if (code !== '0') return { kind: 'refused', code }
  if (typeof data.access_token !== 'string' || typeof data.expires_in !== 'number') return { kind: 'unsent', code: 'wechat.unreadable' }
  return { token: data.access_token, expiresAt: new Date(clock.now().getTime() + data.expires_in * 1000) }
}

/** Instances write the same token at the same time; whoever comes second has nothing to add. */
async function keep(store: TokenStore, appId: string, kept: Kept): Promise<void> {
  const changed = await store.update('tokens', { _id: appId }, { set: { ...kept } })
  if (changed > 0) return
  await store.add('tokens', [{ _id: appId, schema: 1, ...kept }]).catch((thrown: unknown) => {
    if (!isStoreError(thrown, 'duplicate')) throw thrown
  })
}

/** The account's access token: from this instance, else from the store, else from WeChat in its normal mode, where everybody gets the same one. */
export function wechatToken(desk: TokenDesk, account: WechatAccount): TokenSource {
  let mine: Kept | null = null
  let closed: { code: string; until: Date } | null = null
  let asking: Promise<TokenReply> | null = null

  const stored = async (): Promise<Kept | null> => {
    const doc = await desk.store.get('tokens', account.appId)
    return doc !== null && isFresh(doc, desk.clock.now()) ? { token: doc.token, expiresAt: doc.expiresAt } : null
  }
  const fetched = async (): Promise<TokenReply> => {
    const answer = await ask(desk, account)
    if ('kind' in answer) {
      if (CLOSING.has(answer.code)) closed = { code: answer.code, until: plusMinutes(desk.clock.now(), CLOSED_MINUTES) }
      return answer
    }
    await keep(desk.store, account.appId, answer)
    mine = answer
    return { kind: 'token', token: answer.token }
  }
  const find = async (): Promise<TokenReply> => {
    mine = await stored()
    return mine ? { kind: 'token', token: mine.token } : fetched()
  }
  return {
    async get() {
      const now = desk.clock.now()
      if (mine && isFresh(mine, now)) return { kind: 'token', token: mine.token }
      if (closed && closed.until > now) return { kind: 'refused', code: closed.code }
      asking ??= find().finally(() => { asking = null })
      return asking
    },
    async drop(token) {
      if (mine?.token === token) mine = null
      await desk.store.remove('tokens', { _id: account.appId, token })
    },
  }
}
