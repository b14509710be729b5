import { IMPORT_LIMITS } from '../../../contract/import'
import { fail } from '../../../domain/kernel/failure'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore, FileStore } from '../../../cloud/ports'
import type { UploadDoc } from '../../../cloud/repositories/uploads'

export interface StagedFile { name: string; bytes: Uint8Array }
interface Asked { id: string; kind: 'sheet' | 'photos' }

const isHis = (upload: UploadDoc, { accountId, institutionId }: SignedIn): boolean => upload.accountId === accountId && upload.institutionId === institutionId && upload.state !== 'dropped'

/**
 * A file that the caller staged with `import.begin`; somebody else's does not exist. Failures: import.file-gone (swept, or never his),
 * import.not-arrived, import.too-large {maxBytes}.
 */
export async function stagedFile({ store, files }: { store: DocumentStore; files: FileStore }, { id, kind }: Asked, caller: SignedIn): Promise<StagedFile> {
  const upload = await store.get('uploads', id)
  if (!upload || !isHis(upload, caller) || upload.type !== `import/${kind}`) return fail('import.file-gone')
  const maxBytes = kind === 'sheet' ? IMPORT_LIMITS.sheetBytes : IMPORT_LIMITS.photosBytes
  const bytes = (await files.read(upload.fileId, maxBytes)) ?? fail('import.not-arrived')
  return bytes === 'too-large' ? fail('import.too-large', { maxBytes }) : { name: upload.name, bytes }
}
