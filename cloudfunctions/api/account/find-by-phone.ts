import { findByPhone as findByPhoneOperation } from '../../../contract/account'
import { lockedAt, PHONE_LOCKOUT } from '../../../domain/account/lockout'
import { fail, type Failure } from '../../../domain/kernel/failure'
import { changesForAnyone, type Scene } from '../../../cloud/gate/verb'
import type { PhoneNumbers } from '../../../cloud/ports'
import { accountsWithPhone, type AccountDoc } from '../../../cloud/repositories/accounts'
import { countWrong, type Counter } from '../../../cloud/repositories/attempts'
import { ownerOfMiniProgram } from '../../../cloud/repositories/channel-settings'
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

/** Only the mini-program that he holds in his hand can read its button's code: the environment's, or an institution's own. */
async function phonesOf({ appId }: WechatVisitor, { lines, store }: Scene): Promise<PhoneNumbers | null> {
  if (lines.shared.phones?.appId === appId) return lines.shared.phones
  const owner = await ownerOfMiniProgram(store, appId)
  return owner === null ? null : (await lines.of(owner)).phones
}

async function phoneBehind(code: string, visitor: WechatVisitor, scene: Scene): Promise<Answer> {
  const phones = (await phonesOf(visitor, scene)) ?? fail('phone.not-set-up')
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
    const visitor = unboundVisitor(arrival)
    await refuseIfLocked(visitor, scene)
    return phoneBehind(code, visitor, scene)
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
