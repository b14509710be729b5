import { findByPhone as findByPhoneOperation } from '../../../contract/account'
import { lockedAt, PHONE_LOCKOUT } from '../../../domain/account/lockout'
import { fail, type Failure } from '../../../domain/kernel/failure'
import { changesForAnyone, type Scene } from '../../../cloud/gate/verb'
import { accountsWithPhone, type AccountDoc } from '../../../cloud/repositories/accounts'
import { countWrong, type Counter } from '../../../cloud/repositories/attempts'
import { institutionsByIds } from '../../../cloud/repositories/institutions'
import { unboundVisitor, type WechatVisitor } from './link'
import { ticketFor } from './phone-ticket'

type Answer = { phone: string } | { refused: Failure }

const counterOf = ({ key }: WechatVisitor): Counter => ({ id: `find-by-phone:${key}`, rule: PHONE_LOCKOUT })

/** Looked at before WeChat is asked, since an answer of WeChat’s costs money whatever we do with it. */
async function refuseIfLocked(visitor: WechatVisitor, { store, now }: Scene): Promise<void> {
  const doc = await store.get('attempts', counterOf(visitor).id)
  const until = doc && lockedAt(doc, now)
  if (until) fail('account.locked', { until: until.toISOString() })
}

async function phoneBehind(code: string, { lines }: Scene): Promise<Answer> {
  const { phones } = lines.shared
  if (!phones) return fail('phone.not-set-up')
  const found = await phones.behind(code)
  return found.phone === null ? { refused: { code: 'phone.code', detail: { code: found.code } } } : { phone: found.phone }
}

async function choicesFor(accounts: readonly AccountDoc[], visitor: WechatVisitor, scene: Scene) {
  const places = await institutionsByIds(scene.store, accounts.map(({ institutionId }) => institutionId))
  const names = new Map(places.map(({ _id, name }) => [_id, name]))
  return accounts.map((account) => ({ ticket: ticketFor(account, visitor, scene), name: account.name, institution: names.get(account.institutionId) ?? '' }))
}

/** Finds the accounts of the number that WeChat says is the caller’s (S42). Every call counts, so that nobody runs up a bill or reads out who works where. */
export const findByPhone = changesForAnyone(findByPhoneOperation, {
  secret: true,
  async prepare({ code }, arrival, scene): Promise<Answer> {
    await refuseIfLocked(unboundVisitor(arrival), scene)
    return phoneBehind(code, scene)
  },
  async run(_input, arrival, work) {
    const visitor = unboundVisitor(arrival)
    const answer = work.prepared
    await countWrong(work.tx, [counterOf(visitor)], work.now)
    if ('refused' in answer) return answer
    const accounts = await accountsWithPhone(work.store, answer.phone)
    if (accounts.length === 0) return { refused: { code: 'phone.no-account', detail: {} } }
    return { output: { accounts: await choicesFor(accounts, visitor, work) } }
  },
})
