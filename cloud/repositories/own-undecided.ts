import type { SubmissionDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { droppedFile } from './dropped-file'
import { ofInstitution } from './of-institution'

interface Who { institutionId: string; accountId: string }

/** Nobody hands in more that waits. */
const MOST = 1000

/** With its scans; the certificate waits for no review any more. One that was decided meanwhile stays. */
const removeOne = (store: DocumentStore, { _id, institutionId, certificateId }: SubmissionDoc): Promise<boolean> => store.transaction(async (tx) => {
  const submission = await tx.get('submissions', _id)
  if (!submission || submission.state === 'approved') return false
  const certificate = certificateId === '' ? null : await tx.get('certificates', certificateId)
  await tx.remove('submissions', _id)
  if (certificate?.submissionId === _id) await tx.change('certificates', certificateId, { set: { submissionId: null } })
  for (const part of submission.attachments) await tx.set('uploads', droppedFile(institutionId, part))
  return true
})

/** What somebody handed in and nobody approved goes with its scans, each in a step of its own; his staged files are the sweep's. Answers how many went. It may be done again. */
export async function removeUndecided(store: DocumentStore, { institutionId, accountId }: Who): Promise<number> {
  const of = ofInstitution(institutionId)
  const found = (await store.find('submissions', { ...of, byAccountId: accountId }, { sort: [['at', -1]], limit: MOST })).filter(({ state }) => state !== 'approved')
  let count = 0
  for (const submission of found) count += (await removeOne(store, submission)) ? 1 : 0
  for (const state of ['begun', 'confirmed'] as const) await store.update('uploads', { ...of, accountId, state }, { set: { state: 'dropped', createdAt: new Date(0), name: '' } })
  return count
}
