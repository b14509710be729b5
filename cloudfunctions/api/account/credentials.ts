import { afterWrongAnswer, lockedAt, NOT_LOCKED, PASSWORD_LOCKOUT } from '../../../domain/account/lockout'
import type { Failure } from '../../../domain/kernel/failure'
import type { Scene, Work } from '../../../cloud/gate/verb'
import { accountByLoginName, type AccountDoc } from '../../../cloud/repositories/accounts'
import { countWrong, forgetWrong, lockedUntil, type Counter } from '../../../cloud/repositories/attempts'
import { institutionNamed } from '../../../cloud/repositories/institutions'

export interface Credentials { institution: string; loginName: string; password: string }

/** What hashing found out before the transaction: whose name it is, and whether the password fits the hash it had then. */
export interface Checked { accountId: string | null; hash: string; fits: boolean }

/** Fits nothing; checked so that an unknown name takes as long as a wrong password (architecture §8). */
const NOBODYS_HASH = `${'A'.repeat(22)}==:${'A'.repeat(43)}=`

/** The slow part. It says the same, after the same work, for an unknown institution, an unknown name and a wrong password. */
export async function checkCredentials({ institution, loginName, password }: Credentials, { store, secrets }: Scene): Promise<Checked> {
  const place = await institutionNamed(store, institution)
  const account = place && await accountByLoginName(store, place._id, loginName)
  const hash = account?.active ? account.passwordHash : NOBODYS_HASH
  const fits = await secrets.checkPassword(password, hash)
  return { accountId: account?.active ? account._id : null, hash, fits: fits && account !== null }
}

export type Verdict = { account: AccountDoc } | { refused: Failure }

const locked = (until: Date): { refused: Failure } => ({ refused: { code: 'account.locked', detail: { until: until.toISOString() } } })
const WRONG = { refused: { code: 'account.wrong-credentials', detail: {} } }

/**
 * Judges under the counters of the caller. Whoever is locked himself is told so; a lock of the account, which others may have caused, looks
 * like a wrong password, so that nobody learns which names exist.
 */
export async function judge(checked: Checked, counters: readonly Counter[], { tx, now }: Pick<Work<unknown>, 'tx' | 'now'>): Promise<Verdict> {
  const until = await lockedUntil(tx, counters, now)
  if (until) return locked(until)
  const account = checked.accountId === null ? null : await tx.get('accounts', checked.accountId)
  if (account && isRight(account, checked, now)) {
    await forgetWrong(tx, counters)
    if (account.lockout.failures > 0) await tx.change('accounts', account._id, { set: { lockout: NOT_LOCKED } })
    return { account }
  }
  if (account) await tx.change('accounts', account._id, { set: { lockout: afterWrongAnswer(account.lockout, now, PASSWORD_LOCKOUT) } })
  const lock = await countWrong(tx, counters, now)
  return lock ? locked(lock) : WRONG
}

const isRight = (account: AccountDoc, { fits, hash }: Checked, now: Date): boolean =>
  fits && account.active && account.passwordHash === hash && lockedAt(account.lockout, now) === null
