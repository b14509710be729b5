import { beginAttachment } from '../../../contract/attachment'
import { attachmentTypeOf, checkDeclared, MAX_ATTACHMENT_BYTES, type AttachmentType } from '../../../domain/attachment/attachment'
import { fail } from '../../../domain/kernel/failure'
import { tidy } from '../../../domain/kernel/text'
import { changes } from '../../../cloud/gate/verb'

export const EXTENSION: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/heic': 'heic', 'application/pdf': 'pdf',
}
const NAME_BYTES = 16

/** Issues a path of 128 random bits that is the caller's alone (architecture §8); what arrives there counts only after `attachment.confirm`. */
export const begin = changes(beginAttachment, {
  async prepare({ name, bytes, type }, { institutionId }, { files, chance }) {
    const wrong = checkDeclared({ name, size: bytes, mime: type })
    if (wrong !== null) fail(wrong, wrong === 'attachment.too-large' ? { maxBytes: MAX_ATTACHMENT_BYTES } : {})
    const known = attachmentTypeOf(type) ?? fail('attachment.type-not-allowed')
    const path = `staging/${institutionId}/${Buffer.from(chance.bytes(NAME_BYTES)).toString('hex')}.${EXTENSION[known]}`
    return { path, type: known, target: await files.uploadTarget(path) }
  },
  async run({ name, bytes, way }, { accountId, institutionId }, { tx, chance, now, prepared }) {
    const { path, type, target } = prepared
    const id = chance.newId()
    await tx.add('uploads', {
      _id: id, schema: 1, institutionId, accountId, path, fileId: target.fileId, name: tidy(name), type, bytes, sha256: '', state: 'begun', createdAt: now,
    })
    return { output: { id, path, put: way === 'put' ? { url: target.url, headers: target.headers } : null } }
  },
})
