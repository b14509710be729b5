import { bindAccount } from '../../../contract/account'
import { BIND_CODE_LOCKOUT, PASSWORD_LOCKOUT } from '../../../domain/account/lockout'
import { changesForAnyone, type Work } from '../../../cloud/gate/verb'
import { endBondsOf } from '../../../cloud/end-bonds'
import type { AccountDoc } from '../../../cloud/documents'
import type { Counter } from '../../../cloud/repositories/attempts'
import { bindCodeId } from '../../../cloud/repositories/bind-codes'
import { reachOfAccounts } from '../../../cloud/repositories/reach'
import { judgeCode, type CodeProof } from './code-proof'
import { checkCredentials, judge, type Checked, type Verdict } from './credentials'
import { link, unboundVisitor, type Linked, type WechatVisitor } from './link'
import { accountOfTicket, isTicket } from './phone-ticket'
import { accountSelf, NO_REACH } from './self'
import { tellFormer } from './tell-former'

/** Either the password was checked, or a code is to be looked up, or a ticket says that WeChat vouched for the number. */
type Proof = { by: 'password'; checked: Checked } | ({ by: 'code' } & CodeProof) | { by: 'phone'; ticket: string }

const counterOf = ({ by }: Proof, { key }: WechatVisitor): Counter =>
  ({ id: `bind-${by}:${key}`, rule: by === 'password' ? PASSWORD_LOCKOUT : BIND_CODE_LOCKOUT })

async function judgeTicket(ticket: string, visitor: WechatVisitor, { tx, secrets, now }: Work<unknown>): Promise<Verdict> {
  const id = accountOfTicket(ticket)
  const account = id === null ? null : await tx.get('accounts', id)
  if (!account?.active || !isTicket(ticket, account, { visitor, secrets, now })) return { refused: { code: 'phone.ticket-over', detail: {} } }
  return { account }
}

function judgeProof(proof: Proof, visitor: WechatVisitor, work: Work<unknown>): Promise<Verdict> {
  const counters = [counterOf(proof, visitor)]
  if (proof.by === 'phone') return judgeTicket(proof.ticket, visitor, work)
  return proof.by === 'password' ? judge(proof.checked, counters, work) : judgeCode(proof, counters, work)
}

/** The WeChat that was bound before is told, and is the hospital's staff no more. */
async function settleFormer(former: Linked['former'], account: AccountDoc, work: Work<unknown>): Promise<void> {
  await tellFormer(former, account, work)
  if (former) await endBondsOf(work, account.institutionId, account._id)
}

/** Binds the WeChat user who calls: his openid comes from the cloud, the account from a password, a one-time code or the number that WeChat vouches for (S42, S56). */
export const bind = changesForAnyone(bindAccount, {
  async prepare(input, arrival, scene): Promise<Proof> {
    unboundVisitor(arrival)
    if (input.by === 'password') return { by: 'password', checked: await checkCredentials(input, scene) }
    if (input.by === 'phone') return input
    return { by: 'code', codeId: bindCodeId(input.code, scene.secrets), loginName: input.loginName }
  },
  async run(_input, arrival, work) {
    const visitor = unboundVisitor(arrival)
    const proof = work.prepared
    const verdict = await judgeProof(proof, visitor, work)
    if ('refused' in verdict) return verdict
    const { former, audit } = await link(verdict.account, visitor, { work, mayReplace: proof.by === 'code' })
    const follows = visitor.unionid !== '' && (await work.store.count('followers', { unionid: visitor.unionid })) > 0
    const reach = (await reachOfAccounts(work, verdict.account.institutionId, [verdict.account])).get(verdict.account._id) ?? NO_REACH
    return { output: { account: { ...(await accountSelf(work, verdict.account)), reach: { ...reach, bound: true, follows } } }, audit: [audit], afterwards: () => settleFormer(former, verdict.account, work) }
  },
})
