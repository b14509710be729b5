import { logIn as logInOperation } from '../../../contract/web-log-in'
import type { InputOf } from '../../../contract/operation'
import { lockedAt, PASSWORD_LOCKOUT } from '../../../domain/account/lockout'
import { confirmsOnPhone, securityOf } from '../../../domain/institution/security'
import { fail } from '../../../domain/kernel/failure'
import { changesForAnyone, type Scene } from '../../../cloud/gate/verb'
import type { Arrival } from '../../../cloud/gate/visitor'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import type { Counter } from '../../../cloud/repositories/attempts'
import { linksOf } from '../../../cloud/repositories/wechat-links'
import { checkCredentials, judge, type Checked, type Credentials } from './credentials'
import { openSession } from './open-session'
import { drawCode, putUpCode, type Drawn } from './web-code'

type Input = InputOf<typeof logInOperation>
/** What an administrator's phone is to answer; `unbound`: it should, and there is none. */
interface Prepared { checked: Checked; code: Drawn | 'unbound' | null }

/** A hospital shares one address: only much guessing from it locks it as a whole. */
const ADDRESS_LOCKOUT = { tries: 50, minutes: 15 }
const UNKNOWN = { system: 'other', browser: 'other' } as const

/** Per name at this address, and per address. A name that does not exist is counted like one that does. */
function countersOf({ institution, loginName }: Credentials, { visitor }: Arrival, { secrets }: Scene): Counter[] {
  if (visitor.way !== 'web') return fail('account.web-only')
  const name = secrets.sha256(JSON.stringify([visitor.key, institution, loginName.toLowerCase()]))
  return [{ id: `log-in:${name}`, rule: PASSWORD_LOCKOUT }, { id: `log-in:${visitor.key}`, rule: ADDRESS_LOCKOUT }]
}

/** The account whose phone is to confirm, when the password is right and would be taken: nobody else costs a question to WeChat, or time. */
async function toConfirm({ accountId, fits }: Checked, counters: readonly Counter[], { store, now }: Scene): Promise<AccountDoc | null> {
  const account = accountId === null || !fits ? null : await store.get('accounts', accountId)
  if (account === null) return null
  const books = [account.lockout, ...await Promise.all(counters.map(({ id }) => store.get('attempts', id)))]
  if (books.some((book) => book && lockedAt(book, now))) return null
  const institution = await store.get('institutions', account.institutionId)
  return confirmsOnPhone(account.role, securityOf(institution?.security).rules) ? account : null
}

async function codeFor(account: AccountDoc, { input: { from = UNKNOWN }, arrival, scene }: { input: Input; arrival: Arrival; scene: Scene }): Promise<Drawn | 'unbound'> {
  const links = await linksOf(scene.store, account.institutionId, [account._id])
  return links.length === 0 ? 'unbound' : drawCode({ ...from, purpose: 'second-step', onlyFor: account._id }, arrival.visitor, scene)
}

/** Opens a session of the web edition; its token is in the answer and nowhere else. An administrator's opens when his phone has said yes, too (B25). */
export const logIn = changesForAnyone(logInOperation, {
  secret: true,
  async prepare(input, arrival, scene): Promise<Prepared> {
    const checked = await checkCredentials(input, scene)
    const account = await toConfirm(checked, countersOf(input, arrival, scene), scene)
    return { checked, code: account && await codeFor(account, { input, arrival, scene }) }
  },
  async run(input, arrival, work) {
    const { checked, code } = work.prepared
    const verdict = await judge(checked, countersOf(input, arrival, work), work)
    if ('refused' in verdict) return verdict
    if (code === null) return openSession(verdict.account, work)
    if (code === 'unbound') return { refused: { code: 'account.phone-unbound', detail: {} } }
    const { output, refused } = await putUpCode(code, arrival.visitor, work)
    return output ? { output: { state: 'confirm' as const, ...output } } : { refused }
  },
})
