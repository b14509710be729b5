import { answerWebLogIn, beginWebLogIn, scanWebLogIn, takeWebLogIn } from '../../../contract/web-log-in'
import { mayAnswer, standingOf, webLogInExpiry } from '../../../domain/account/web-log-in'
import { fail } from '../../../domain/kernel/failure'
import { changes, changesForAnyone, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { WebLogInDoc } from '../../../cloud/documents'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { webLogInId } from '../../../cloud/repositories/web-log-ins'
import { linksOf } from '../../../cloud/repositories/wechat-links'
import { openSession } from './open-session'
import { addressOf, codeIsOver, drawCode, mustHold, putUpCode } from './web-code'

/** A log-in by the bound mini-program alone. */
export const begin = changesForAnyone(beginWebLogIn, {
  secret: true,
  prepare: (said, { visitor }, scene) => drawCode(said, visitor, scene),
  run: (_said, { visitor }, work) => putUpCode(work.prepared, visitor, work),
})

/** What the phone may act on. Failures: `account.wechat-only`, `web-log-in.over` for whatever is not his to answer. */
async function mustFind(ticket: string, { visitor, accountId }: SignedIn, { tx, secrets, now }: Work<unknown>): Promise<WebLogInDoc> {
  if (visitor.way !== 'wechat') return fail('account.wechat-only')
  const doc = await tx.get('web_log_ins', webLogInId(ticket, secrets))
  return doc && mayAnswer(doc, accountId, now) ? doc : codeIsOver()
}

export const scan = changes(scanWebLogIn, {
  async run({ ticket }, caller, work) {
    const { _id, system, browser, address, begunAt, accountId, purpose = 'log-in', ...doc } = await mustFind(ticket, caller, work)
    const expiresAt = accountId === null ? webLogInExpiry(work.now) : doc.expiresAt
    if (accountId === null) await work.tx.change('web_log_ins', _id, { set: { accountId: caller.accountId, expiresAt } })
    return { output: { system, browser, address, begunAt: begunAt.toISOString(), expiresAt: expiresAt.toISOString(), purpose } }
  },
})

export const answer = changes(answerWebLogIn, {
  async run({ ticket, digits }, caller, work) {
    const { _id, address, purpose = 'log-in', ...doc } = await mustFind(ticket, caller, work)
    const confirmed = digits === doc.digits
    await work.tx.change('web_log_ins', _id, { set: { accountId: caller.accountId, state: confirmed ? 'confirmed' : 'refused' } })
    const audit = [{ subject: caller.accountId, before: null, after: { confirmed, address, purpose } }]
    return confirmed || digits === null ? { output: {}, audit } : { refused: { code: 'web-log-in.wrong-digits', detail: {} }, audit }
  },
})

/** Who confirmed it, if he may still come in: in use, and tied to a WeChat as he was when he confirmed. */
async function confirmedBy({ accountId }: WebLogInDoc, { store, tx }: Work<unknown>): Promise<AccountDoc> {
  const account = accountId === null ? null : await tx.get('accounts', accountId)
  if (!account?.active) return codeIsOver()
  return (await linksOf(store, account.institutionId, [account._id])).length > 0 ? account : codeIsOver()
}

/** Asked again and again by the browser that holds the secret; its session is handed out once, and never for a proof of an open one. */
export const take = changesForAnyone(takeWebLogIn, {
  secret: true,
  async run(held, { visitor }, work) {
    addressOf(visitor)
    const doc = await mustHold(held, work)
    const state = standingOf(doc, work.now)
    if (state === 'over' || doc.purpose === 'proof') return codeIsOver()
    if (state !== 'confirmed') return { output: { state } }
    const account = await confirmedBy(doc, work)
    await work.tx.change('web_log_ins', doc._id, { set: { state: 'taken' } })
    return openSession(account, work)
  },
})
