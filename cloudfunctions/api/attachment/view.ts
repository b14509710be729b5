import * as v from 'valibot'
import { mediaType, type AttachmentView } from '../../../contract/attachment'
import type { DocumentStore, FileStore } from '../../../cloud/ports'
import type { AttachmentPart } from '../../../cloud/repositories/certificates'
import { hiddenAmong } from '../../../cloud/repositories/media-checks'

interface Viewing { store: DocumentStore; files: FileStore }

interface Shown { institutionId: string; parts: readonly AttachmentPart[]; /** Of a small picture, see the port. */ side?: number }

/** Links of ten minutes at most, by id (architecture §8). A picture that did not pass WeChat's content check has none. */
export async function attachmentLinks({ store, files }: Viewing, { institutionId, parts, side }: Shown): Promise<ReadonlyMap<string, string>> {
  const hidden = parts.length === 0 ? new Set() : await hiddenAmong(store, institutionId, parts)
  const shown = parts.filter(({ id }) => !hidden.has(id))
  const links = shown.length === 0 ? new Map<string, string>() : await files.links(shown.map(({ fileId }) => fileId), side)
  return new Map(shown.map(({ id, fileId }) => [id, links.get(fileId) ?? '']))
}

/** Attachments with their links. A hidden picture is named and has none. */
export async function attachmentViews(viewing: Viewing, institutionId: string, parts: readonly AttachmentPart[]): Promise<AttachmentView[]> {
  const links = await attachmentLinks(viewing, { institutionId, parts })
  return parts.map(({ id, name, type, bytes }) =>
    ({ id, name, type: v.parse(mediaType, type), bytes, url: links.get(id) ?? '', ...(!links.has(id) && { hidden: true as const }) }))
}
