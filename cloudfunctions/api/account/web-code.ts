import { fail } from '../../../domain/kernel/failure'
import type { Result, Scene, Work } from '../../../cloud/gate/verb'
import type { Visitor } from '../../../cloud/gate/visitor'
import type { WebLogInDoc } from '../../../cloud/documents'
import { countWrong, lockedUntil } from '../../../cloud/repositories/attempts'
import { newWebLogIn, secretHashOf, webLogInId, type Asked, type Begun } from '../../../cloud/repositories/web-log-ins'

/** A hospital shares one address, and every open log-in page asks anew every minute. */
const ADDRESS_RULE = { tries: 1200, minutes: 15 }

/** Drawn by WeChat, and not yet put up for anybody to scan. */
export type Drawn = Begun & { picture: string }
export interface WebCode { ticket: string; secret: string; digits: string; picture: string; expiresAt: string }

export const codeIsOver = (): never => fail('web-log-in.over')

/** The browser's network address. Failure: `account.web-only`. */
export const addressOf = (visitor: Visitor): string => (visitor.way === 'web' ? visitor.key.slice('web:'.length) : fail('account.web-only'))

/**
 * The code is drawn before the transaction: WeChat is asked once, whoever is faster, and for nobody who is refused anyway.
 * Failures: `account.web-only`, `account.locked` {until}, `web-log-in.not-set-up`, `web-log-in.refused` {code}.
 */
export async function drawCode(asked: Omit<Asked, 'address'>, visitor: Visitor, scene: Scene): Promise<Drawn> {
  const begun = newWebLogIn({ ...asked, address: addressOf(visitor), now: scene.now }, scene)
  const { miniCodes } = scene.lines.shared
  if (!miniCodes) return fail('web-log-in.not-set-up')
  const lock = await scene.store.get('attempts', `web-log-in:${visitor.key}`)
  if (lock?.lockedUntil && lock.lockedUntil > scene.now) fail('account.locked', { until: lock.lockedUntil.toISOString() })
  const code = await miniCodes.code(begun.ticket)
  return code.picture === null ? fail('web-log-in.refused', { code: code.code }) : { ...begun, picture: code.picture }
}

/** From the commit on the code can be scanned; the answer is the only place where its ticket and secret stand. */
export async function putUpCode({ ticket, secret, doc, picture }: Drawn, { key }: Visitor, { tx, now }: Work<unknown>): Promise<Result<WebCode>> {
  const counters = [{ id: `web-log-in:${key}`, rule: ADDRESS_RULE }]
  const until = await lockedUntil(tx, counters, now)
  if (until) return { refused: { code: 'account.locked', detail: { until: until.toISOString() } } }
  await countWrong(tx, counters, now)
  await tx.add('web_log_ins', doc)
  return { output: { ticket, secret, digits: doc.digits, picture, expiresAt: doc.expiresAt.toISOString() } }
}

/** What the browser asked for that holds the secret. Failure: `web-log-in.over`, for whatever it does not hold. */
export async function mustHold({ ticket, secret }: { ticket: string; secret: string }, { tx, secrets }: Work<unknown>): Promise<WebLogInDoc> {
  const doc = await tx.get('web_log_ins', webLogInId(ticket, secrets))
  return doc?.secretHash === secretHashOf(secret, secrets) ? doc : codeIsOver()
}
