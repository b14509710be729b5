import * as v from 'valibot'
import { mediaType, type AttachmentView } from '../../../contract/attachment'
import type { DocumentStore, FileStore } from '../../../cloud/ports'
import type { AttachmentPart } from '../../../cloud/repositories/certificates'
import { hiddenAmong } from '../../../cloud/repositories/media-checks'

interface Viewing { store: DocumentStore; files: FileStore }

/** Attachments with links of ten minutes at most (architecture §8). A picture that did not pass WeChat's content check is named and has no link. */
export async function attachmentViews({ store, files }: Viewing, institutionId: string, parts: readonly AttachmentPart[]): Promise<AttachmentView[]> {
  if (parts.length === 0) return []
  const hidden = await hiddenAmong(store, institutionId, parts)
  const shown = parts.filter(({ id }) => !hidden.has(id))
  const links = shown.length === 0 ? new Map<string, string>() : await files.links(shown.map(({ fileId }) => fileId))
  return parts.map(({ id, name, type, bytes, fileId }) =>
    ({ id, name, type: v.parse(mediaType, type), bytes, url: hidden.has(id) ? '' : links.get(fileId) ?? '', ...(hidden.has(id) && { hidden: true as const }) }))
}
