import type { SubmissionState } from '../../domain/submission/submission'
import type { DocumentStore } from '../ports'
import { droppedFile } from './dropped-file'
import { ofInstitution } from './of-institution'

/** Decided or given up; what waits is somebody's work. An approved one's scans are the certificate's. */
const SETTLED: ReadonlyArray<{ state: SubmissionState; ownsFiles: boolean }> = [
  { state: 'approved', ownsFiles: false }, { state: 'returned', ownsFiles: true }, { state: 'withdrawn', ownsFiles: true },
]

/** What was handed in before that instant, with the scans that never became a certificate's; at most `most` of each state. */
export async function removeOldSubmissions(store: DocumentStore, institutionId: string, { before, most }: { before: Date; most: number }): Promise<{ submissions: number; files: number; more: boolean }> {
  const gone = { submissions: 0, files: 0, more: false }
  for (const { state, ownsFiles } of SETTLED) {
    const found = await store.find('submissions', { ...ofInstitution(institutionId), state, at: { before } }, { sort: [['at', 1]], limit: most })
    gone.more ||= found.length >= most
    for (const { _id, version } of found) {
      gone.files += await store.transaction(async (tx) => {
        const submission = await tx.get('submissions', _id)
        if (submission?.version !== version) return 0
        await tx.remove('submissions', _id)
        if (ownsFiles) for (const part of submission.attachments) await tx.set('uploads', droppedFile(institutionId, part))
        return ownsFiles ? submission.attachments.length : 0
      })
      gone.submissions += 1
    }
  }
  return gone
}
