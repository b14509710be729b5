import { answerWebLogIn, beginWebLogIn, scanWebLogIn, takeWebLogIn } from '../../../contract/web-log-in'
import { mayAnswer, standingOf } from '../../../domain/account/web-log-in'
import { fail } from '../../../domain/kernel/failure'
import { changes, changesForAnyone, type Work } from '../../../cloud/gate/verb'
import type { SignedIn, Visitor } from '../../../cloud/gate/visitor'
import type { WebLogInDoc } from '../../../cloud/documents'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { countWrong, lockedUntil } from '../../../cloud/repositories/attempts'
import { newWebLogIn, secretHashOf, webLogInId, type Begun } from '../../../cloud/repositories/web-log-ins'
import { linksOf } from '../../../cloud/repositories/wechat-links'
import { openSession } from './open-session'

/** A hospital shares one address, and every open log-in page asks anew every two minutes. */
const ADDRESS_RULE = { tries: 600, minutes: 15 }
const over = (): never => fail('web-log-in.over')

const addressOf = (visitor: Visitor): string => (visitor.way === 'web' ? visitor.key.slice('web:'.length) : fail('account.web-only'))

/** The code is drawn before the transaction: WeChat is asked once, whoever is faster. */
export const begin = changesForAnyone(beginWebLogIn, {
  secret: true,
  async prepare(said, { visitor }, scene): Promise<Begun & { picture: string }> {
    const begun = newWebLogIn({ ...said, address: addressOf(visitor), now: scene.now }, scene)
    const { miniCodes } = scene.lines.shared
    if (!miniCodes) return fail('web-log-in.not-set-up')
    // Asked of WeChat for nobody who is refused anyway.
    const lock = await scene.store.get('attempts', `web-log-in:${visitor.key}`)
    if (lock?.lockedUntil && lock.lockedUntil > scene.now) fail('account.locked', { until: lock.lockedUntil.toISOString() })
    const code = await miniCodes.code(begun.ticket)
    return code.picture === null ? fail('web-log-in.refused', { code: code.code }) : { ...begun, picture: code.picture }
  },
  async run(_said, { visitor }, { tx, now, prepared: { ticket, secret, doc, picture } }) {
    const counters = [{ id: `web-log-in:${visitor.key}`, rule: ADDRESS_RULE }]
    const until = await lockedUntil(tx, counters, now)
    if (until) return { refused: { code: 'account.locked', detail: { until: until.toISOString() } } }
    await countWrong(tx, counters, now)
    await tx.add('web_log_ins', doc)
    return { output: { ticket, secret, picture, expiresAt: doc.expiresAt.toISOString() } }
  },
})

/** What the phone may act on. Failures: `account.wechat-only`, `web-log-in.over` for whatever is not his to answer. */
async function mustFind(ticket: string, { visitor, accountId }: SignedIn, { tx, secrets, now }: Work<unknown>): Promise<WebLogInDoc> {
  if (visitor.way !== 'wechat') return fail('account.wechat-only')
  const doc = await tx.get('web_log_ins', webLogInId(ticket, secrets))
  return doc && mayAnswer(doc, accountId, now) ? doc : over()
}

export const scan = changes(scanWebLogIn, {
  async run({ ticket }, caller, work) {
    const { _id, system, browser, address, begunAt, expiresAt, accountId } = await mustFind(ticket, caller, work)
    if (accountId === null) await work.tx.change('web_log_ins', _id, { set: { accountId: caller.accountId } })
    return { output: { system, browser, address, begunAt: begunAt.toISOString(), expiresAt: expiresAt.toISOString() } }
  },
})

export const answer = changes(answerWebLogIn, {
  async run({ ticket, confirmed }, caller, work) {
    const { _id, address } = await mustFind(ticket, caller, work)
    await work.tx.change('web_log_ins', _id, { set: { accountId: caller.accountId, state: confirmed ? 'confirmed' : 'refused' } })
    return { output: {}, audit: [{ subject: caller.accountId, before: null, after: { confirmed, address } }] }
  },
})

/** Who confirmed it, if he may still come in: in use, and tied to a WeChat as he was when he confirmed. */
async function confirmedBy({ accountId }: WebLogInDoc, { store, tx }: Work<unknown>): Promise<AccountDoc> {
  const account = accountId === null ? null : await tx.get('accounts', accountId)
  if (!account?.active) return over()
  return (await linksOf(store, account.institutionId, [account._id])).length > 0 ? account : over()
}

/** Asked again and again by the browser that holds the secret; its session is handed out once. */
export const take = changesForAnyone(takeWebLogIn, {
  secret: true,
  async run({ ticket, secret }, { visitor }, work) {
    addressOf(visitor)
    const { tx, secrets, now } = work
    const doc = await tx.get('web_log_ins', webLogInId(ticket, secrets))
    if (doc?.secretHash !== secretHashOf(secret, secrets)) return over()
    const state = standingOf(doc, now)
    if (state === 'over') return over()
    if (state !== 'confirmed') return { output: { state } }
    const account = await confirmedBy(doc, work)
    await tx.change('web_log_ins', doc._id, { set: { state: 'taken' } })
    const { output, audit } = await openSession(account, work)
    return { output: { state: 'in' as const, ...output }, audit }
  },
})
