import { certificateHistory } from '../../../contract/certificate'
import type { OutputOf } from '../../../contract/operation'
import * as v from 'valibot'
import { handlingKindSchema } from '../../../domain/certificate/handling'
import { fieldChanges } from '../../../domain/certificate/history'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import { auditPage, type AuditDoc } from '../../../cloud/repositories/certificates-past'
import { certificateSubject } from './subject'

type Entry = OutputOf<typeof certificateHistory>['rows'][number]

const handled = v.object({ kind: handlingKindSchema })

function kindOf({ operation, after }: AuditDoc): Entry['kind'] {
  const parsed = v.safeParse(handled, after)
  return operation === 'certificate.handle' && parsed.success ? parsed.output.kind : null
}

const entryOf = (doc: AuditDoc): Entry =>
  ({ id: doc._id, at: doc.at.toISOString(), by: doc.accountName, operation: doc.operation, kind: kindOf(doc), changes: fieldChanges(doc.before, doc.after) })

/** Who changed what when, newest first (B25). */
export const history = reads(certificateHistory, async ({ id, page, pageSize }, caller, { store }) => {
  mustSee(await store.get('certificates', id), certificateSubject, { caller, action: 'certificate.read' })
  const { docs, total } = await auditPage(store, { institutionId: caller.institutionId, subject: id }, { skip: (page - 1) * pageSize, limit: pageSize })
  return { rows: docs.map(entryOf), total, page, pageSize }
})
