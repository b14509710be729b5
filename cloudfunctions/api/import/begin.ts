import { beginImportFile, IMPORT_LIMITS } from '../../../contract/import'
import { fail } from '../../../domain/kernel/failure'
import { tidy } from '../../../domain/kernel/text'
import { changes } from '../../../cloud/gate/verb'

const NAME_BYTES = 16
const KINDS = {
  sheet: { maxBytes: IMPORT_LIMITS.sheetBytes, extension: 'sheet', type: 'import/sheet' },
  photos: { maxBytes: IMPORT_LIMITS.photosBytes, extension: 'zip', type: 'import/photos' },
} as const

/** Issues a path of 128 random bits that is the caller's alone (architecture §8); what arrives there is read by a preview and swept a day later. */
export const begin = changes(beginImportFile, {
  async prepare({ kind, bytes }, { institutionId }, { files, chance }) {
    const { maxBytes, extension } = KINDS[kind]
    if (bytes > maxBytes) fail('import.too-large', { maxBytes })
    if (bytes === 0) fail('import.empty-file')
    const path = `staging/${institutionId}/${Buffer.from(chance.bytes(NAME_BYTES)).toString('hex')}.${extension}`
    return { path, target: await files.uploadTarget(path) }
  },
  async run({ kind, name, bytes, way }, { accountId, institutionId }, { tx, chance, now, prepared: { path, target } }) {
    const id = chance.newId()
    await tx.add('uploads', {
      _id: id, schema: 1, institutionId, accountId, path, fileId: target.fileId, name: tidy(name), type: KINDS[kind].type, bytes, sha256: '', state: 'begun', createdAt: now,
    })
    return { output: { id, path, put: way === 'put' ? { url: target.url, headers: target.headers } : null } }
  },
})
