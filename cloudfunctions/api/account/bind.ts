import { bindAccount } from '../../../contract/account'
import { BIND_CODE_LOCKOUT, PASSWORD_LOCKOUT } from '../../../domain/account/lockout'
import { changesForAnyone } from '../../../cloud/gate/verb'
import type { Counter } from '../../../cloud/repositories/attempts'
import { bindCodeId } from '../../../cloud/repositories/bind-codes'
import { reachOfAccounts } from '../../../cloud/repositories/reach'
import { judgeCode, type CodeProof } from './code-proof'
import { checkCredentials, judge, type Checked } from './credentials'
import { link, unboundVisitor, type WechatVisitor } from './link'
import { accountSelf, NO_REACH } from './self'
import { tellFormer } from './tell-former'

/** Either the password was checked, or a code is to be looked up. */
type Proof = { by: 'password'; checked: Checked } | ({ by: 'code' } & CodeProof)

const counterOf = ({ by }: Proof, { key }: WechatVisitor): Counter =>
  ({ id: `bind-${by}:${key}`, rule: by === 'password' ? PASSWORD_LOCKOUT : BIND_CODE_LOCKOUT })

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
