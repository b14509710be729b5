import { PASSWORD_LOCKOUT } from '../../../domain/account/lockout'
import type { Failure } from '../../../domain/kernel/failure'
import type { Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { countWrong, forgetWrong, lockedUntil } from '../../../cloud/repositories/attempts'

/** null: it is his. Whoever guesses at an open session is locked as at the door, whatever he wants the password for. */
export async function refusalOfOwnPassword(fits: boolean, { accountId }: SignedIn, { tx, now }: Pick<Work<unknown>, 'tx' | 'now'>): Promise<Failure | null> {
  const counters = [{ id: `own-password:${accountId}`, rule: PASSWORD_LOCKOUT }]
  const until = await lockedUntil(tx, counters, now) ?? (fits ? null : await countWrong(tx, counters, now))
  if (until) return { code: 'account.locked', detail: { until: until.toISOString() } }
  if (!fits) return { code: 'account.wrong-password', detail: {} }
  await forgetWrong(tx, counters)
  return null
}
