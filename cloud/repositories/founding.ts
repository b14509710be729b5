import { BIND_CODE_LENGTH, bindCodeExpiry, bindCodeFrom } from '../../domain/account/bind-code'
import { NOT_LOCKED } from '../../domain/account/lockout'
import type { Role } from '../../domain/account/role'
import type { AccountDoc, BindCodeDoc } from '../documents'
import type { Chance, Secrets } from '../ports'
import { bindCodeId } from './bind-codes'

interface First { institutionId: string; loginName: string; name: string; phone: string; role: Role }

/** An account without a password that nobody has bound yet: a one-time code opens it (architecture §8). */
export const unopenedAccount = (first: First, chance: Chance): AccountDoc => ({
  ...first, _id: chance.newId(), schema: 1, departmentId: null, personId: null, passwordHash: '', active: true, version: 1, lockout: NOT_LOCKED,
})

export interface FirstCode { code: string; expiresAt: Date; doc: BindCodeDoc }

/** The code is in the answer and nowhere else. `by`: who hands it out. */
export function firstCode({ _id, institutionId, loginName }: AccountDoc, by: string, { secrets, chance, now }: { secrets: Secrets; chance: Chance; now: Date }): FirstCode {
  const code = bindCodeFrom(chance.bytes(BIND_CODE_LENGTH))
  const expiresAt = bindCodeExpiry(now)
  const doc = { _id: bindCodeId(code, secrets) ?? '', schema: 1 as const, institutionId, accountId: _id, loginName, expiresAt, usedAt: null, createdBy: by }
  return { code, expiresAt, doc }
}
