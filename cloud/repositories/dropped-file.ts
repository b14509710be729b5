import type { AttachmentPart, UploadDoc } from '../documents'

/** Older than any staged file, so that the sweep takes it at once. */
const LONG_AGO = new Date(0)

/**
 * A file that is nobody's any more, as the sweep finds it: written in the transaction that removes what named it, so that a crash leaves neither a name
 * without its file nor a file without its name. What it was called is forgotten at once.
 */
export const droppedFile = (institutionId: string, { id, fileId, type, bytes, sha256 }: AttachmentPart): UploadDoc => ({
  _id: id, schema: 1, institutionId, accountId: '', path: '', fileId, name: '', type, bytes, sha256, state: 'dropped', createdAt: LONG_AGO,
})
