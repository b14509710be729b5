import type { Clock, DocumentStore, FileStore } from '../cloud/ports'
import { writeArchive } from './archive'
import { fileIdsIn, FORMAT, type Line } from './line'
import { documentsOf } from './walk'

export interface Environment { store: DocumentStore; files: FileStore; clock: Clock; say: (line: string) => void }

/** The product takes files of 20 MiB; what is larger was never stored by it. */
const LARGEST_FILE = 32 * 1024 * 1024

/** `cloud://environment.bucket/path` */
export const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '')

async function* filesOf({ files, say }: Environment, ids: Iterable<string>): AsyncGenerator<Line> {
  for (const id of ids) {
    const bytes = await files.read(id, LARGEST_FILE)
    if (bytes === null || bytes === 'too-large') say(`missing file, left out: ${pathOf(id)}`)
    else yield { kind: 'file', id, path: pathOf(id), bytes: Buffer.from(bytes).toString('base64') }
  }
}

async function* linesOf(environment: Environment, institution: { _id: string; name: string }): AsyncGenerator<Line> {
  const { store, clock } = environment
  yield { kind: 'head', format: FORMAT, version: 1, institutionId: institution._id, name: institution.name, at: clock.now().toISOString() }
  const fileIds = new Set<string>()
  for await (const { collection, doc } of documentsOf(store, institution._id)) {
    fileIdsIn(doc).forEach((id) => fileIds.add(id))
    yield { kind: 'document', collection, doc }
  }
  yield* filesOf(environment, fileIds)
}

/** The institution's documents and files in one archive; `path` must not exist yet. Throws when there is no such institution. */
export async function takeBackup(environment: Environment, institutionName: string, path: string): Promise<{ documents: number; files: number }> {
  const [institution] = await environment.store.find('institutions', { name: institutionName }, { limit: 1 })
  if (!institution) throw new Error(`There is no institution called ${institutionName}.`)
  return writeArchive(path, linesOf(environment, institution))
}
