import { reopenCertificate } from '../../../contract/certificate'
import { actionFor } from '../../../domain/certificate/handling'
import { fail } from '../../../domain/kernel/failure'
import { mustDo } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { rowIdsOf } from '../../../cloud/repositories/certificates'
import { refreshCoversOf } from '../../../cloud/repositories/covers'
import { rulesForType } from '../../../cloud/repositories/rules'
import { planned } from './reminder'
import { certificateSubject } from './subject'
import { currentVersion } from './version'

/** Takes a handling back: reminding goes on. Whoever may not give it may not take it (B30). Failure: `handling.not-handled`. */
export const reopen = changes(reopenCertificate, {
  async run(asked, caller, { tx, store, now, today }) {
    const before = await currentVersion(tx, asked, caller)
    const { handling } = before
    if (!handling) return fail('handling.not-handled')
    mustDo(certificateSubject(before), { caller, action: actionFor(handling.kind) })
    const rules = await rulesForType(tx, before.institutionId, before.typeId)
    const doc = planned({ ...before, handling: null, version: before.version + 1 }, before, { now, rules })
    await tx.set('certificates', doc)
    for (const id of rowIdsOf(doc)) await tx.change('certificate_devices', id, { set: { handling: null } })
    return {
      output: { version: doc.version, nextSendAt: doc.reminder.nextAt?.toISOString() ?? null },
      audit: [{ subject: doc._id, before: { handling }, after: { handling: null } }],
      afterwards: () => refreshCoversOf(store, doc, today),
    }
  },
})
