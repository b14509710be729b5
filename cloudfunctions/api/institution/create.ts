import { createInstitution } from '../../../contract/institution'
import { checkInstitution, tidyInstitution } from '../../../domain/institution/institution-form'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { firstCode, unopenedAccount } from '../../../cloud/repositories/founding'
import { institutionNamed } from '../../../cloud/repositories/institutions'

/** 平台运维 opens a hospital: its first 院级管理员 holds a code, and makes everybody else. Both institutions' logs tell of it. */
export const create = changes(createInstitution, {
  secret: true,
  async prepare({ form }, _caller, { store }) {
    const tidied = tidyInstitution(form)
    failOnFields('invalid-input', checkInstitution(tidied))
    if (await institutionNamed(store, tidied.name)) fail('institution.name-taken')
    return tidied
  },
  async run(_input, { accountId, name: operator, institutionId: platform }, work) {
    const { tx, chance, now, prepared: { name, adminName, loginName, phone } } = work
    const institution = { _id: chance.newId(), schema: 1 as const, name, createdAt: now }
    const account = unopenedAccount({ institutionId: institution._id, loginName, name: adminName, phone, role: 'hospital-admin' }, chance)
    const { code, expiresAt, doc } = firstCode(account, accountId, work)
    await tx.add('institutions', institution)
    await tx.add('accounts', account)
    await tx.add('bind_codes', doc)
    const after = { name, loginName, role: account.role }
    const by = { institutionId: institution._id, accountId, name: operator }
    return {
      output: { id: institution._id, name, loginName, code, expiresAt: expiresAt.toISOString() },
      audit: [
        { subject: institution._id, before: null, after, by: { ...by, institutionId: platform } },
        { subject: account._id, before: null, after, by },
      ],
    }
  },
})
