import { getSecurity, saveSecurity } from '../../../contract/institution'
import { isAdministrator, securityOf } from '../../../domain/institution/security'
import { fail } from '../../../domain/kernel/failure'
import { changes, reads } from '../../../cloud/gate/verb'
import { managersOf } from '../../../cloud/repositories/accounts'
import { linksOf } from '../../../cloud/repositories/wechat-links'

/** What the hospital demands for its own safety, and whom that would keep outside. */
export const get = reads(getSecurity, async (_input, { institutionId, accountId }, { store }) => {
  const [institution, managers] = await Promise.all([store.get('institutions', institutionId), managersOf(store, institutionId)])
  const administrators = managers.filter(({ role }) => isAdministrator(role))
  const bound = new Set((await linksOf(store, institutionId, [accountId, ...administrators.map(({ _id }) => _id)])).map((link) => link.accountId))
  const { rules, version } = securityOf(institution?.security)
  return { rules, version, bound: bound.has(accountId), unbound: administrators.filter(({ _id }) => !bound.has(_id)).map(({ _id, name }) => ({ id: _id, name })) }
})

/** Whoever demands the phone of all administrators has one himself, so that one of them at least gets in again. */
export const save = changes(saveSecurity, {
  async run({ version, rules: asked }, { institutionId, accountId }, { tx, store, lines }) {
    const institution = await tx.get('institutions', institutionId) ?? fail('not-found')
    const { rules: before, version: present } = securityOf(institution.security)
    const rules = { ...before, ...asked }
    if (present !== version) fail('security.changed-meanwhile', { version: present })
    if (rules.adminsConfirm && !lines.shared.miniCodes) fail('web-log-in.not-set-up')
    if (rules.adminsConfirm && (await linksOf(store, institutionId, [accountId])).length === 0) fail('security.bind-first')
    await tx.change('institutions', institutionId, { set: { security: { ...rules, version: version + 1 } } })
    return { output: { version: version + 1 }, audit: [{ subject: institutionId, before, after: rules }] }
  },
})
