import { certificateHistory } from '../../../contract/certificate'
import type { AttachmentView } from '../../../contract/attachment'
import type { OutputOf } from '../../../contract/operation'
import * as v from 'valibot'
import { handlingKindSchema } from '../../../domain/certificate/handling'
import { fieldChanges, removedIds } from '../../../domain/certificate/history'
import { mustSee } from '../../../cloud/gate/permission'
import { reads, type Scene } from '../../../cloud/gate/verb'
import { auditPage, formerScans, type AuditDoc } from '../../../cloud/repositories/certificates-past'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { attachmentViews } from '../attachment/view'
import { certificateSubject } from './subject'

type Entry = OutputOf<typeof certificateHistory>['rows'][number]

const handled = v.object({ kind: handlingKindSchema })

function kindOf({ operation, after }: AuditDoc): Entry['kind'] {
  const parsed = v.safeParse(handled, after)
  return operation === 'certificate.handle' && parsed.success ? parsed.output.kind : null
}

const removedFrom = ({ before, after }: AuditDoc): string[] => removedIds('attachmentIds', before, after)

/** The kept scans of these entries by id, with links made now. */
async function scansOf(docs: readonly AuditDoc[], { _id: certificateId, institutionId }: CertificateDoc, { store, files }: Scene): Promise<Map<string, AttachmentView>> {
  const parts = await formerScans(store, { institutionId, certificateId }, docs.flatMap(removedFrom))
  return new Map((await attachmentViews({ store, files }, institutionId, parts)).map((view) => [view.id, view]))
}

function entryOf(doc: AuditDoc, scans: ReadonlyMap<string, AttachmentView>): Entry {
  const former = removedFrom(doc).flatMap((id) => scans.get(id) ?? [])
  return {
    id: doc._id, at: doc.at.toISOString(), by: doc.accountName, operation: doc.operation, kind: kindOf(doc), changes: fieldChanges(doc.before, doc.after),
    ...(former.length > 0 && { formerScans: former }),
  }
}

/** Who changed what when, newest first (B25), with the scans that a change took away (S32). */
export const history = reads(certificateHistory, async ({ id, page, pageSize }, caller, scene) => {
  const certificate = mustSee(await scene.store.get('certificates', id), certificateSubject, { caller, action: 'certificate.read' })
  const { docs, total } = await auditPage(scene.store, { institutionId: caller.institutionId, subject: id }, { skip: (page - 1) * pageSize, limit: pageSize })
  const scans = await scansOf(docs, certificate, scene)
  return { rows: docs.map((doc) => entryOf(doc, scans)), total, page, pageSize }
})
