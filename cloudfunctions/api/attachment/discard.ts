import { discardAttachment } from '../../../contract/attachment'
import { changes } from '../../../cloud/gate/verb'

/** Drops a staged file of the caller's own. One that is not there any more is dropped already. */
export const discard = changes(discardAttachment, {
  async run({ id }, { accountId, institutionId }, { tx, files }) {
    const upload = await tx.get('uploads', id)
    if (upload?.accountId !== accountId || upload.institutionId !== institutionId) return { output: {} }
    await tx.remove('uploads', id)
    return { output: {}, afterwards: () => files.remove([upload.fileId]) }
  },
})
