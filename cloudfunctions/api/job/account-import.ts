import type { createAccount } from '../../../contract/account-admin'
import type { OutputOf } from '../../../contract/operation'
import type { AccountForm } from '../../../domain/account/account-form'
import { fail } from '../../../domain/kernel/failure'
import type { Arrival, SignedIn } from '../../../cloud/gate/visitor'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { certificatesAround } from '../../../cloud/repositories/told'
import { linksOf } from '../../../cloud/repositories/wechat-links'
import { accountNote, mustAllow, mustFindAccount, shutOut } from '../account/managed'
import { create } from '../account/save'
import { jobKind, type RowWork } from './kind'

interface Prepared { input: unknown; prepared: unknown }

const arrivalOf = (caller: SignedIn): Arrival => ({ visitor: caller.visitor, caller, off: false })

/** Nothing has come of it yet: nobody changed it or came in by it, and no certificate names it. */
async function unused(id: string, work: RowWork<null>): Promise<AccountDoc> {
  const account = await mustFindAccount(id, work.caller, work)
  const [links, around] = await Promise.all([linksOf(work.store, account.institutionId, [id]), certificatesAround(work.store, { institutionId: account.institutionId, accountId: id }, 1)])
  const untouched = account.version === 1 && account.passwordHash === '' && account.personId === null
  return untouched && links.length === 0 && around.length === 0 ? account : fail('import.account-used-since')
}

/** Accounts out of a list: every row is made as by hand, whole or not at all, and opens nothing before its code is handed out. */
export const accountImport = jobKind<AccountForm, Prepared>({
  may: 'account.write',
  async prepare(form, scene) {
    const input = { form }
    return { input, prepared: await create.prepare(input, arrivalOf(scene.caller), scene) }
  },
  async apply(_form, work) {
    const { input, prepared } = work.prepared
    const { output, audit } = await create.run(input, arrivalOf(work.caller), { ...work, prepared })
    const { id } = output as OutputOf<typeof createAccount>
    return { subjectId: id, ...(audit && { audit }) }
  },
  async undo(_form, work) {
    const account = await unused(work.row.subjectId, work)
    await mustAllow({ before: account, after: { role: account.role, active: false } }, work.caller, work)
    await shutOut(account, work)
    await work.tx.remove('accounts', account._id)
    return { subjectId: account._id, audit: [{ subject: account._id, before: accountNote(account), after: null }] }
  },
})
