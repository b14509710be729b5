import { isBindCodeOver } from '../../../domain/account/bind-code'
import { loginNameKey } from '../../../domain/account/account'
import type { Work } from '../../../cloud/gate/verb'
import type { Transaction } from '../../../cloud/ports'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { countWrong, forgetWrong, lockedUntil, type Counter } from '../../../cloud/repositories/attempts'
import type { BindCodeDoc } from '../../../cloud/repositories/bind-codes'
import type { Verdict } from './credentials'

/** A code to be looked up; null when what was typed cannot be one. */
export interface CodeProof { codeId: string | null; loginName: string }
interface Named { code: BindCodeDoc; account: AccountDoc }

const refused = (code: string, detail = {}): Verdict => ({ refused: { code, detail } })
const locked = (until: Date): Verdict => refused('account.locked', { until: until.toISOString() })

/** The code and its account; null when the code, its log-in name or the account is wrong. */
async function namedBy({ codeId, loginName }: CodeProof, tx: Transaction): Promise<Named | null> {
  const code = codeId === null ? null : await tx.get('bind_codes', codeId)
  const account = code && await tx.get('accounts', code.accountId)
  return code && account?.active && account.loginName === loginNameKey(loginName) ? { code, account } : null
}

/** A code counts only with its log-in name, and once; a used or old one is told as such, since whoever holds it held it rightly. */
export async function judgeCode(proof: CodeProof, counters: readonly Counter[], { tx, now }: Pick<Work<unknown>, 'tx' | 'now'>): Promise<Verdict> {
  const until = await lockedUntil(tx, counters, now)
  if (until) return locked(until)
  const named = await namedBy(proof, tx)
  if (!named) {
    const lock = await countWrong(tx, counters, now)
    return lock ? locked(lock) : refused('bind-code.wrong')
  }
  if (named.code.usedAt) return refused('bind-code.used')
  if (isBindCodeOver(named.code.expiresAt, now)) return refused('bind-code.expired')
  await forgetWrong(tx, counters)
  await tx.change('bind_codes', named.code._id, { set: { usedAt: now } })
  return { account: named.account }
}
