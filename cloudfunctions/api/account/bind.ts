import { bindAccount } from '../../../contract/account'
import { isBindCodeOver } from '../../../domain/account/bind-code'
import { loginNameKey } from '../../../domain/account/account'
import { BIND_CODE_LOCKOUT, PASSWORD_LOCKOUT } from '../../../domain/account/lockout'
import { changesForAnyone, type Work } from '../../../cloud/gate/verb'
import type { Transaction } from '../../../cloud/ports'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { countWrong, forgetWrong, lockedUntil, type Counter } from '../../../cloud/repositories/attempts'
import { bindCodeId, type BindCodeDoc } from '../../../cloud/repositories/bind-codes'
import { reachOfAccounts } from '../../../cloud/repositories/reach'
import { checkCredentials, judge, type Checked, type Verdict } from './credentials'
import { link, unboundVisitor, type WechatVisitor } from './link'
import { accountSelf, NO_REACH } from './self'
import { tellFormer } from './tell-former'

/** Either the password was checked, or a code is to be looked up. */
type Proof = { by: 'password'; checked: Checked } | { by: 'code'; codeId: string | null; loginName: string }

const counterOf = ({ by }: Proof, { key }: WechatVisitor): Counter =>
  ({ id: `bind-${by}:${key}`, rule: by === 'password' ? PASSWORD_LOCKOUT : BIND_CODE_LOCKOUT })

const refused = (code: string, detail = {}): Verdict => ({ refused: { code, detail } })
const locked = (until: Date): Verdict => refused('account.locked', { until: until.toISOString() })

type CodeProof = Extract<Proof, { by: 'code' }>
interface Named { code: BindCodeDoc; account: AccountDoc }

/** The code and its account; null when the code, its log-in name or the account is wrong. */
async function namedBy({ codeId, loginName }: CodeProof, tx: Transaction): Promise<Named | null> {
  const code = codeId === null ? null : await tx.get('bind_codes', codeId)
  const account = code && await tx.get('accounts', code.accountId)
  return code && account?.active && account.loginName === loginNameKey(loginName) ? { code, account } : null
}

/** A code counts only with its log-in name; a used or old one is told as such, since whoever holds it held it rightly. */
async function judgeCode(proof: CodeProof, counters: readonly Counter[], { tx, now }: Work<Proof>): Promise<Verdict> {
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

/** Binds the WeChat user who calls: his openid comes from the cloud, the account from a password or a one-time code (S42, S56). */
export const bind = changesForAnyone(bindAccount, {
  async prepare(input, arrival, scene): Promise<Proof> {
    unboundVisitor(arrival)
    if (input.by === 'password') return { by: 'password', checked: await checkCredentials(input, scene) }
    return { by: 'code', codeId: bindCodeId(input.code, scene.secrets), loginName: input.loginName }
  },
  async run(_input, arrival, work) {
    const visitor = unboundVisitor(arrival)
    const proof = work.prepared
    const counters = [counterOf(proof, visitor)]
    const verdict = proof.by === 'password' ? await judge(proof.checked, counters, work) : await judgeCode(proof, counters, work)
    if ('refused' in verdict) return verdict
    const { former, audit } = await link(verdict.account, visitor, { work, mayReplace: proof.by === 'code' })
    const follows = visitor.unionid !== '' && (await work.store.count('followers', { unionid: visitor.unionid })) > 0
    const reach = (await reachOfAccounts(work, verdict.account.institutionId, [verdict.account])).get(verdict.account._id) ?? NO_REACH
    return { output: { account: { ...(await accountSelf(work, verdict.account)), reach: { ...reach, bound: true, follows } } }, audit: [audit], afterwards: () => tellFormer(former, verdict.account, work) }
  },
})
