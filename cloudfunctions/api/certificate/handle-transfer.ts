import { transferCertificate } from '../../../contract/certificate'
import { decideTransfer } from '../../../domain/certificate/handling-transfer'
import { fail } from '../../../domain/kernel/failure'
import { mustDo } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { accountsByIds, type AccountDoc } from '../../../cloud/repositories/accounts'
import { rulesForType } from '../../../cloud/repositories/rules'
import { planned } from './reminder'
import { certificateSubject } from './subject'
import { currentVersion } from './version'

/**
 * Hands a warning over to another account (B1): it stays open and goes on reminding, the new person too, today as well when today's message did
 * not reach him. Who, when, why and to whom stand in 修改记录; 修改人 stays who he was, as with every handling (S39).
 */
export const transfer = changes(transferCertificate, {
  async prepare({ accountId }, caller, { store }): Promise<AccountDoc> {
    const [account] = await accountsByIds(store, caller.institutionId, [accountId])
    return account?.active ? account : fail('account.not-found', { ids: [accountId] })
  },
  async run(asked, caller, { tx, prepared: account, now }) {
    const before = await currentVersion(tx, asked, caller)
    mustDo(certificateSubject(before), { caller, action: 'certificate.handle' })
    const decision = decideTransfer(before, account._id, caller)
    if (!decision.ok) return fail(decision.code)
    const { recipientIds } = decision
    const rules = await rulesForType(tx, before.institutionId, before.typeId)
    const doc = planned({ ...before, recipientIds, version: before.version + 1 }, before, { now, rules })
    await tx.set('certificates', doc)
    return {
      output: { version: doc.version, nextSendAt: doc.reminder.nextAt?.toISOString() ?? null },
      audit: [{
        subject: doc._id,
        before: { recipientIds: before.recipientIds, transferredTo: null, note: null },
        after: { recipientIds, transferredTo: account.name, note: asked.note.trim() || null },
      }],
    }
  },
})
