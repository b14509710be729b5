import { bindCodeExpiry, bindCodeFrom, BIND_CODE_LENGTH } from '../domain/account/bind-code'
import { checkAccount, tidyAccount } from '../domain/account/account-form'
import { NOT_LOCKED } from '../domain/account/lockout'
import { lengthOf, tidy } from '../domain/kernel/text'
import type { AccountDoc, InstitutionDoc } from '../cloud/documents'
import type { Chance, Clock, DocumentStore, Secrets } from '../cloud/ports'
import { bindCodeId } from '../cloud/repositories/bind-codes'
import { institutionNamed } from '../cloud/repositories/institutions'

export interface Environment { store: DocumentStore; secrets: Secrets; chance: Chance; clock: Clock }

export interface Founding { institution: string; loginName: string; name: string; phone: string }

/** Characters of an institution's name. */
const LONGEST_NAME = 60

/** What the operator hands to the first 院级管理员. */
export interface Founded { institution: string; loginName: string; code: string; expiresAt: Date; isNew: boolean }

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
  if (known && await hasAdmin(store, known._id)) refuse(`${name} has a 院级管理员 in use; he makes the other accounts in 账号管理.`)
  return { doc: known ?? { _id: chance.newId(), schema: 1, name, createdAt: clock.now() }, isNew: known === null }
}

/**
 * Makes an institution and its first 院级管理员, with a one-time code and without a password: whoever holds the code binds his WeChat or
 * chooses a password (architecture §8). Also for an institution that has lost its last administrator. Throws a FoundingError.
 */
export async function found(asked: Founding, environment: Environment): Promise<Founded> {
  const { store, secrets, chance, clock } = environment
  const { name, form } = checked(asked)
  const { doc: institution, isNew } = await institutionFor(name, environment)
  const code = bindCodeFrom(chance.bytes(BIND_CODE_LENGTH))
  const expiresAt = bindCodeExpiry(clock.now())
  const account: AccountDoc = {
    _id: chance.newId(), schema: 1, institutionId: institution._id, name: form.name, loginName: form.loginName, role: 'hospital-admin', departmentId: null, personId: null,
    phone: form.phone ?? '', passwordHash: '', active: true, version: 1, lockout: NOT_LOCKED,
  }
  await store.transaction(async (tx) => {
    if (isNew) await tx.add('institutions', institution)
    await tx.add('accounts', account)
    await tx.add('bind_codes', {
      _id: bindCodeId(code, secrets) ?? '', schema: 1, institutionId: institution._id, accountId: account._id, loginName: account.loginName, expiresAt, usedAt: null, createdBy: 'operator',
    })
    await tx.add('audit', {
      _id: chance.newId(), schema: 1, institutionId: institution._id, at: clock.now(), accountId: 'operator', accountName: '平台运维', operation: 'account.create', subject: account._id,
      before: null, after: { name: account.name, loginName: account.loginName, role: account.role },
    })
  })
  return { institution: name, loginName: account.loginName, code, expiresAt, isNew }
}
