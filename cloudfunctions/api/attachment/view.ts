import * as v from 'valibot'
import { mediaType, type AttachmentView } from '../../../contract/attachment'
import type { FileStore } from '../../../cloud/ports'
import type { AttachmentPart } from '../../../cloud/repositories/certificates'

/** Attachments with links of ten minutes at most (architecture §8). */
export async function attachmentViews(files: FileStore, parts: readonly AttachmentPart[]): Promise<AttachmentView[]> {
  const links = parts.length === 0 ? new Map<string, string>() : await files.links(parts.map(({ fileId }) => fileId))
  return parts.map(({ id, name, type, bytes, fileId }) => ({ id, name, type: v.parse(mediaType, type), bytes, url: links.get(fileId) ?? '' }))
}
