import { setPresence as setOperation } from '../../../contract/person'
import { fail } from '../../../domain/kernel/failure'
import { mustDo } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { accountOfPerson } from '../../../cloud/repositories/people'
import { endBondsOf } from '../../../cloud/end-bonds'
import { turnOff } from '../account/switch'
import { personNote, writablePerson } from './row'

/** 在岗, 暂离, 离职 (B27); a leaver's account goes off in the same transaction. */
export const setPresence = changes(setOperation, {
  prepare: async ({ id }, { institutionId }, { store }) => ({ account: await accountOfPerson(store, institutionId, id) }),
  async run(asked, caller, work) {
    const before = await writablePerson(asked, caller, work)
    const after = { ...before, presence: asked.presence, leftAt: asked.presence === 'left' ? before.leftAt ?? work.now : null, version: asked.version + 1 }
    const audit = [{ subject: before._id, before: personNote(before), after: personNote(after) }]
    await work.tx.set('people', after)
    const { account: own } = work.prepared
    const afterwards = async (): Promise<void> => { if (own) await endBondsOf(work, caller.institutionId, own._id) }
    if (asked.account === null) return { output: { version: after.version }, audit, afterwards }
    mustDo({ institutionId: caller.institutionId }, { caller, action: 'account.write' })
    const account = own ?? fail('not-found')
    const note = await turnOff({ id: account._id, successorId: asked.account.successorId }, caller, work)
    return { output: { version: after.version }, audit: [...audit, note], afterwards }
  },
})
