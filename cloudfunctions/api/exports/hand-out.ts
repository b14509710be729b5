import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { UploadDoc } from '../../../cloud/repositories/uploads'

/** What one file holds at most: the function has 20 s and 256 MB. */
export const MOST_ROWS = 100_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface HandedOut { upload: UploadDoc; url: string }

/** Writes an .xlsx for the caller, with a link of ten minutes; stored with `upload`, it is swept a day later. `name` without its ending. */
export async function handOut({ name, bytes }: { name: string; bytes: Uint8Array }, caller: SignedIn, { files, chance, secrets, now }: Scene): Promise<HandedOut> {
  const id = chance.newId()
  const path = `exports/${caller.institutionId}/${id}.xlsx`
  const fileId = await files.write(path, bytes)
  const url = (await files.links([fileId])).get(fileId) ?? ''
  return {
    url,
    upload: {
      _id: id, schema: 1, institutionId: caller.institutionId, accountId: caller.accountId, path, fileId, name: `${name}.xlsx`,
      type: XLSX, bytes: bytes.byteLength, sha256: secrets.sha256(bytes), state: 'begun', createdAt: now,
    },
  }
}
