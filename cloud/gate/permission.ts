import type { Operation } from '../../contract/operation'
import { isFresh } from '../../domain/account/proof'
import { may, type Action, type Subject } from '../../domain/account/permissions'
import { fail } from '../../domain/kernel/failure'
import type { Arrival, SignedIn } from './visitor'

/** The coarse question, before anything is loaded. Failures: `account.off`, `account.not-bound`, `account.signed-out`, `forbidden`, `account.prove-again`. */
export function admit(arrival: Arrival, { may: admission, fresh }: Pick<Operation, 'may' | 'fresh'>, now: Date): void {
  if (admission === 'identified') return
  const { caller, provenAt } = arrival
  if (!caller) return fail(lackOf(arrival))
  if (admission !== 'signed-in' && !may(caller, admission).allowed) fail('forbidden', { reason: 'role' })
  if (fresh && provenAt && !isFresh(provenAt, now)) fail('account.prove-again')
}

function lackOf({ visitor, off }: Arrival): string {
  if (off) return 'account.off'
  return visitor.way === 'wechat' ? 'account.not-bound' : 'account.signed-out'
}

/** What somebody may not even see does not exist for him: `not-found`, also for another institution's ids. */
export function mustSee<T>(found: T | null, subjectOf: (found: T) => Subject, asked: { caller: SignedIn; action: Action }): T {
  if (found === null || !may(asked.caller, asked.action, subjectOf(found)).allowed) return fail('not-found')
  return found
}

/** What he sees and still may not do: `forbidden` with the reason. */
export function mustDo(subject: Subject, asked: { caller: SignedIn; action: Action }): void {
  const decision = may(asked.caller, asked.action, subject)
  if (!decision.allowed) fail('forbidden', { reason: decision.reason })
}
