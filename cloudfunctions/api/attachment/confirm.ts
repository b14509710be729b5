import { confirmAttachment } from '../../../contract/attachment'
import { checkContent as checkBytes } from '../../../domain/attachment/arrived'
import { attachmentTypeOf, MAX_ATTACHMENT_BYTES } from '../../../domain/attachment/attachment'
import { MAX_PIXELS } from '../../../domain/attachment/pixels'
import { withoutPosition } from '../../../domain/attachment/without-position'
import { fail } from '../../../domain/kernel/failure'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { partOf, type UploadDoc } from '../../../cloud/repositories/uploads'
import { EXTENSION } from './begin'
import { checkContent } from './check-content'
import { attachmentViews } from './view'

/** Only the uploader's own; somebody else's does not exist, nor one whose time is over. */
const mine = (upload: UploadDoc | null, { accountId, institutionId }: SignedIn): UploadDoc =>
  (upload?.accountId === accountId && upload.institutionId === institutionId && upload.state !== 'dropped' ? upload : fail('not-found'))

const tooLarge = (): never => fail('attachment.too-large', { maxBytes: MAX_ATTACHMENT_BYTES })

/**
 * Looks at what arrived and copies it to where no client can write: what is checked is what is kept, without
 * the place where a photo was taken. Failures: `attachment.not-arrived`,
 * `attachment.empty`, `attachment.too-large` {maxBytes}, `attachment.not-what-it-says`, `attachment.too-many-pixels` {maxPixels}.
 */
async function examined(upload: UploadDoc, { files, secrets, chance }: Scene): Promise<UploadDoc> {
  const arrived = (await files.read(upload.fileId, MAX_ATTACHMENT_BYTES)) ?? fail('attachment.not-arrived')
  if (arrived === 'too-large') return tooLarge()
  const wrong = checkBytes(arrived, upload.type)
  if (wrong !== null) return fail(wrong, wrong === 'attachment.too-many-pixels' ? { maxPixels: MAX_PIXELS } : {})
  const type = attachmentTypeOf(upload.type) ?? fail('attachment.type-not-allowed')
  const bytes = withoutPosition(arrived, type)
  const fileId = await files.write(`files/${upload.institutionId}/${chance.newId()}.${EXTENSION[type]}`, bytes)
  return { ...upload, fileId, bytes: bytes.length, sha256: secrets.sha256(bytes), state: 'confirmed' }
}

/** Confirms one staged file; a second time it only gives a fresh link. */
export const confirm = changes(confirmAttachment, {
  async prepare({ id }, caller, scene): Promise<{ staged: UploadDoc; checked: UploadDoc }> {
    const staged = mine(await scene.store.get('uploads', id), caller)
    return { staged, checked: staged.state === 'confirmed' ? staged : await examined(staged, scene) }
  },
  async run({ id }, caller, work) {
    const { tx, store, files, now, prepared } = work
    const { staged, checked } = prepared
    const current = mine(await tx.get('uploads', id), caller)
    if (current.state === 'begun') await tx.set('uploads', checked)
    const [attachment] = await attachmentViews({ store, files }, caller.institutionId, [partOf(current.state === 'begun' ? checked : current)])
    return {
      output: { attachment: attachment ?? fail('not-found'), confirmedAt: now.toISOString() },
      afterwards: async () => {
        if (staged.fileId === checked.fileId) return
        await files.remove([staged.fileId])
        await checkContent(checked, work)
      },
    }
  },
})
