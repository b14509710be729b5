import { readPrintedText } from '../../../contract/attachment'
import { printedFields } from '../../../domain/certificate/printed-fields'
import { fail } from '../../../domain/kernel/failure'
import { reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { countWrong, lockedUntil } from '../../../cloud/repositories/attempts'
import type { UploadDoc } from '../../../cloud/repositories/uploads'

const PHOTO = /^image\//
/** The day's or the minute's pictures are used up, or the account may read none. */
const NO_QUOTA = new Set(['45009', '45011', '101002', '48001'])

/** Only the uploader's own, after it was looked at, and only a picture. */
function photoOf(upload: UploadDoc | null, { accountId, institutionId }: SignedIn): UploadDoc {
  if (upload?.accountId !== accountId || upload.institutionId !== institutionId || upload.state !== 'confirmed') return fail('not-found')
  return PHOTO.test(upload.type) ? upload : fail('attachment.text-no-photo')
}

/** Of the hospital's hundred free pictures a day one person takes so many (B15). */
const A_DAY = { tries: 20, minutes: 24 * 60 }

/** Counted before WeChat is asked, because WeChat counts every picture, read or not. The day is in the key: a new one begins anew. */
async function count({ accountId }: SignedIn, { store, today, now }: Scene): Promise<void> {
  const counters = [{ id: `read-text:${accountId}:${today}`, rule: A_DAY }]
  const mayRead = await store.transaction(async (tx) => {
    if (await lockedUntil(tx, counters, now)) return false
    await countWrong(tx, counters, now)
    return true
  })
  if (!mayRead) fail('attachment.text-enough', { limit: A_DAY.tries })
}

/** Reads one photo that its uploader has put up and nobody has saved yet (B15). */
export const readText = reads(readPrintedText, async ({ id }, caller, scene) => {
  const { store, files, lines } = scene
  const { fileId } = photoOf(await store.get('uploads', id), caller)
  const { texts } = await lines.of(caller.institutionId)
  if (!texts) return fail('attachment.text-off')
  await count(caller, scene)
  const url = (await files.links([fileId])).get(fileId) ?? fail('not-found')
  const read = await texts.on(url)
  if (read.lines !== null) return { proposals: printedFields(read.lines) }
  return NO_QUOTA.has(read.code) ? fail('attachment.text-quota') : fail('attachment.text-failed', { code: read.code })
})
