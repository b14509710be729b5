import { checkAccount, tidyAccount } from '../domain/account/account-form'
import type { Role } from '../domain/account/role'
import { lengthOf, tidy } from '../domain/kernel/text'
import type { AccountDoc, InstitutionDoc } from '../cloud/documents'
import type { Chance, Clock, DocumentStore, Secrets } from '../cloud/ports'
import { accountByLoginName } from '../cloud/repositories/accounts'
import { firstCode, unopenedAccount } from '../cloud/repositories/founding'
import { institutionNamed } from '../cloud/repositories/institutions'

export interface Environment { store: DocumentStore; secrets: Secrets; chance: Chance; clock: Clock }

export interface Founding { institution: string; loginName: string; name: string; phone: string }

/** Characters of an institution's name. */
const LONGEST_NAME = 60

/** What the operator hands to the first 院级管理员. */
export interface Founded { institution: string; loginName: string; code: string; expiresAt: Date; isNew: boolean; recovered: boolean }

/** Why it was not done, as a sentence for the operator. */
export class FoundingError extends Error {
  override name = 'FoundingError'
}

const refuse = (sentence: string): never => {
  throw new FoundingError(sentence)
}

function checked({ institution, ...typed }: Founding) {
  const form = tidyAccount({ ...typed, role: 'hospital-admin', departmentId: null })
  const codes = Object.values(checkAccount(form))
  const name = tidy(institution)
  if (name === '' || lengthOf(name) > LONGEST_NAME) refuse('The institution needs its full name, of at most 60 characters.')
  if (codes.length > 0) refuse(`The administrator cannot be called so: ${codes.join(', ')}`)
  return { name, form }
}

/** Whether somebody is 院级管理员 in use already: then he makes the others, not a command. */
async function hasAdmin(store: DocumentStore, institutionId: string): Promise<boolean> {
  return (await store.find('accounts', { institutionId, role: 'hospital-admin' }, { limit: 1000, fields: ['active'] })).some(({ active }) => active)
}

async function institutionFor(name: string, { store, chance, clock }: Environment): Promise<{ doc: InstitutionDoc; isNew: boolean }> {
  const known = await institutionNamed(store, name)
  return { doc: known ?? { _id: chance.newId(), schema: 1, name, createdAt: clock.now() }, isNew: known === null }
}

interface Asked { loginName: string; name: string; phone: string | null; role: Role }

/** An administrator in use who has lost his phone and has no colleague to reset it: a code lets him bind anew (`recovered`). */
async function accountFor({ _id: institutionId, name }: InstitutionDoc, { role, ...form }: Asked, { store, chance }: Environment): Promise<{ account: AccountDoc; recovered: boolean }> {
  const known = await accountByLoginName(store, institutionId, form.loginName)
  if (known?.active && known.role === role) return { account: known, recovered: true }
  if (known) refuse(`${form.loginName} is somebody else's log-in name in ${name}.`)
  if (role === 'hospital-admin' && await hasAdmin(store, institutionId)) refuse(`${name} has a 院级管理员 in use; he makes the other accounts in 账号管理. Name his own log-in name to hand him a code.`)
  return { account: unopenedAccount({ institutionId, loginName: form.loginName, name: form.name, phone: form.phone ?? '', role }, chance), recovered: false }
}

/**
 * Makes an institution and its first 院级管理员, with a one-time code and without a password: whoever holds the code binds his WeChat or
 * chooses a password (architecture §8). Also for an institution that has lost its last administrator, for one who has lost his phone, and
 * for 平台运维 (`role`), who belongs to an institution of his own. Throws a FoundingError.
 */
export async function found(asked: Founding, environment: Environment, role: 'hospital-admin' | 'platform-operator' = 'hospital-admin'): Promise<Founded> {
  const { store, chance, clock } = environment
  const { name, form } = checked(asked)
  const { doc: institution, isNew } = await institutionFor(name, environment)
  const { account, recovered } = await accountFor(institution, { ...form, role }, environment)
  const { code, expiresAt, doc } = firstCode(account, 'operator', { ...environment, now: clock.now() })
  await store.transaction(async (tx) => {
    if (isNew) await tx.add('institutions', institution)
    if (!recovered) await tx.add('accounts', account)
    await tx.add('bind_codes', doc)
    await tx.add('audit', {
      _id: chance.newId(), schema: 1, institutionId: institution._id, at: clock.now(), accountId: 'operator', accountName: '平台运维', operation: recovered ? 'account.issue-bind-code' : 'account.create',
      subject: account._id, before: null, after: recovered ? { expiresAt } : { name: account.name, loginName: account.loginName, role: account.role },
    })
  })
  return { institution: name, loginName: account.loginName, code, expiresAt, isNew, recovered }
}
