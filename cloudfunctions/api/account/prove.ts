import { beginProof, proveByPassword, takeProof } from '../../../contract/web-log-in'
import { standingOf } from '../../../domain/account/web-log-in'
import { fail } from '../../../domain/kernel/failure'
import { changes, type AuditNote, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { sessionIdOf } from '../../../cloud/repositories/sessions'
import { refusalOfOwnPassword } from './own-password'
import { codeIsOver, drawCode, mustHold, putUpCode } from './web-code'

/** The open session that asks. Whoever calls from WeChat is named by the cloud with every call and has nothing to prove: `account.web-only`. */
const sessionOf = ({ visitor }: SignedIn, { secrets }: Pick<Work<unknown>, 'secrets'>): string => (visitor.way === 'web' ? sessionIdOf(visitor.token, secrets) : fail('account.web-only'))

async function markProven(sessionId: string, by: 'password' | 'phone', { caller, work: { tx, now } }: { caller: SignedIn; work: Work<unknown> }): Promise<AuditNote> {
  if (await tx.get('sessions', sessionId) === null) fail('account.signed-out')
  await tx.change('sessions', sessionId, { set: { provenAt: now } })
  return { subject: caller.accountId, before: null, after: { provenBy: by } }
}

/** Who sits at an open session says his password again (architecture §8). */
export const prove = changes(proveByPassword, {
  secret: true,
  async prepare({ password }, caller, scene): Promise<boolean> {
    sessionOf(caller, scene)
    const account = await scene.store.get('accounts', caller.accountId) ?? fail('account.signed-out')
    return scene.secrets.checkPassword(password, account.passwordHash)
  },
  async run(_input, caller, work) {
    const refused = await refusalOfOwnPassword(work.prepared, caller, work)
    if (refused) return { refused }
    return { output: {}, audit: [await markProven(sessionOf(caller, work), 'password', { caller, work })] }
  },
})

/** The same by the phone: a code that only his own bound mini-program can answer, and that opens no session. */
export const begin = changes(beginProof, {
  secret: true,
  prepare: (said, caller, scene) => drawCode({ ...said, purpose: 'proof', onlyFor: caller.accountId, sessionId: sessionOf(caller, scene) }, caller.visitor, scene),
  run: (_said, { visitor }, work) => putUpCode(work.prepared, visitor, work),
})

export const take = changes(takeProof, {
  secret: true,
  async run(held, caller, work) {
    const sessionId = sessionOf(caller, work)
    const doc = await mustHold(held, work)
    const state = standingOf(doc, work.now)
    if (state === 'over' || doc.sessionId !== sessionId) return codeIsOver()
    if (state !== 'confirmed') return { output: { state } }
    await work.tx.change('web_log_ins', doc._id, { set: { state: 'taken' } })
    return { output: { state: 'proven' as const }, audit: [await markProven(sessionId, 'phone', { caller, work })] }
  },
})
