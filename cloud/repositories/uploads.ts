import type { AttachmentPart, UploadDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

export type { UploadDoc } from '../documents'

interface Owner { institutionId: string; accountId: string }

/** Staged files of this account among these ids that were looked at already; whose they are is never the client's word. */
export const confirmedUploads = async (store: DocumentStore, { institutionId, accountId }: Owner, ids: readonly string[]): Promise<UploadDoc[]> =>
  (ids.length === 0 ? [] : store.find('uploads', { ...ofInstitution(institutionId), accountId, state: 'confirmed', _id: { in: ids } }, { limit: ids.length }))

export const partOf = ({ _id, name, type, bytes, fileId, sha256 }: UploadDoc): AttachmentPart => ({ id: _id, name, type, bytes, fileId, sha256 })
