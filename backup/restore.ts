import type { Collection, Documents } from '../cloud/documents'
import { addMissing } from '../cloud/repositories/add-missing'
import { ArchiveError, readArchive } from './archive'
import { withFileIds, type DocumentLine, type FileLine, type Head } from './line'
import type { Environment } from './take'

const BATCH = 100

/** Reads all of it before anything is written: an archive that is cut or damaged changes nothing. */
async function whole(path: string): Promise<Head> {
  let head: Head | null = null
  for await (const line of readArchive(path)) if (line.kind === 'head') head ??= line
  if (!head) throw new ArchiveError('alien', path)
  return head
}

async function refuseIfThere({ store }: Environment, { institutionId, name }: Head): Promise<void> {
  const there = await store.get('institutions', institutionId) ?? (await store.find('institutions', { name }, { limit: 1 }))[0]
  if (there) throw new Error(`${there.name} exists in this environment; a backup is restored only where it does not.`)
}

async function* linesOf<K extends 'document' | 'file'>(path: string, kind: K): AsyncGenerator<K extends 'file' ? FileLine : DocumentLine> {
  for await (const line of readArchive(path)) if (line.kind === kind) yield line as K extends 'file' ? FileLine : DocumentLine
}

async function restoreFiles({ files }: Environment, path: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for await (const file of linesOf(path, 'file')) ids.set(file.id, await files.write(file.path, Buffer.from(file.bytes, 'base64')))
  return ids
}

/** Batches of one collection each, in the archive's order. */
async function* batches(path: string): AsyncGenerator<{ collection: Collection; docs: Array<{ _id: string }> }> {
  let batch: { collection: Collection; docs: Array<{ _id: string }> } | null = null
  for await (const { collection, doc } of linesOf(path, 'document')) {
    if (batch && (batch.collection !== collection || batch.docs.length === BATCH)) {
      yield batch
      batch = null
    }
    batch ??= { collection, docs: [] }
    batch.docs.push(doc)
  }
  if (batch) yield batch
}

/**
 * Puts an institution back from an archive, files first and the institution last. What was interrupted is simply run again. Throws an ArchiveError
 * before anything is written, and an Error when the institution is there already.
 */
export async function restoreBackup(environment: Environment, path: string): Promise<{ documents: number; files: number; name: string }> {
  const head = await whole(path)
  await refuseIfThere(environment, head)
  const ids = await restoreFiles(environment, path)
  let documents = 0
  for await (const { collection, docs } of batches(path)) {
    await addMissing(environment.store, collection, docs.map((doc) => withFileIds(doc, ids)) as unknown as Array<Documents[Collection]>)
    documents += docs.length
  }
  return { documents, files: ids.size, name: head.name }
}
