import type { DocumentStore, FileStore, Where } from '../ports'

/**
 * Drops staged files with their documents, oldest first, at most `most`, and answers how many. Marked first, so that no save takes one whose
 * file is going; the document goes last, so that a run which is cut off leaves no file that nobody knows.
 */
export async function dropStagedFiles({ store, files }: { store: DocumentStore; files: FileStore }, where: Where, most: number): Promise<number> {
  const found = await store.find('uploads', where, { sort: [['createdAt', 1]], limit: most, fields: ['_id'] })
  if (found.length === 0) return 0
  const these: Where = { _id: { in: found.map(({ _id }) => _id) } }
  await store.update('uploads', these, { set: { state: 'dropped' } })
  const dropped = await store.find('uploads', these, { limit: found.length, fields: ['_id', 'fileId'] })
  await files.remove(dropped.map(({ fileId }) => fileId))
  await store.remove('uploads', { ...these, state: 'dropped' })
  return found.length
}
