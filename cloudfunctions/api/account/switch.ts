import { switchOffAccount, switchOnAccount } from '../../../contract/account-admin'
import { fail } from '../../../domain/kernel/failure'
import { changes, type AuditNote, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { endBondsOf } from '../../../cloud/end-bonds'
import { ownedBy } from '../../../cloud/repositories/of-institution'
import { mustAllow, mustFindAccount, shutOut } from './managed'

/** Somebody else of the institution whose account is in use; null: nobody is told instead. */
async function successorNamed({ id, successorId }: { id: string; successorId: string | null }, { institutionId }: SignedIn, { tx }: Work<unknown>): Promise<string | null> {
  if (successorId === null) return null
  const successor = ownedBy(await tx.get('accounts', successorId), institutionId)
  return successor?.active && successorId !== id ? successor.name : fail('account.successor-invalid')
}

/** Switches off within the caller's transaction; answers the audit's line. His WeChat stays tied, so that he is told what happened when he opens the app. */
export async function turnOff(asked: { id: string; successorId: string | null }, caller: SignedIn, work: Work<unknown>): Promise<AuditNote> {
  const account = await mustFindAccount(asked.id, caller, work)
  await mustAllow({ before: account, after: { role: account.role, active: false } }, caller, work)
  const successor = await successorNamed(asked, caller, work)
  await shutOut(account, work)
  await work.tx.change('accounts', asked.id, { set: { active: false, successorAccountId: asked.successorId, version: (account.version ?? 0) + 1 } })
  return { subject: asked.id, before: { name: account.name, active: account.active }, after: { name: account.name, active: false, successor } }
}

export const switchOff = changes(switchOffAccount, {
  run: async (asked, caller, work) => ({
    audit: [await turnOff(asked, caller, work)], output: {},
    afterwards: async () => { await endBondsOf(work, caller.institutionId, asked.id) },
  }),
})

export const switchOn = changes(switchOnAccount, {
  async run({ id }, caller, work) {
    const account = await mustFindAccount(id, caller, work)
    await mustAllow({ before: account, after: { role: account.role, active: true } }, caller, work)
    await work.tx.change('accounts', id, { set: { active: true, successorAccountId: null, version: (account.version ?? 0) + 1 } })
    return { output: {}, audit: [{ subject: id, before: { name: account.name, active: account.active }, after: { name: account.name, active: true } }] }
  },
})
