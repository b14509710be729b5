import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { UploadDoc } from '../../../cloud/repositories/uploads'

/** The function has 20 s and 256 MB. */
export const MOST_ROWS = 100_000
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Kept { upload: UploadDoc; url: string }

/** Puts a workbook where its link finds it for ten minutes; the sweep takes it away the day after. */
export async function keepWorkbook({ name, bytes }: { name: string; bytes: Uint8Array }, caller: SignedIn, { files, chance, secrets, now, today }: Scene): Promise<Kept> {
  const id = chance.newId()
  const path = `exports/${caller.institutionId}/${id}.xlsx`
  const fileId = await files.write(path, bytes)
  const url = (await files.links([fileId])).get(fileId) ?? ''
  const upload = {
    _id: id, schema: 1 as const, institutionId: caller.institutionId, accountId: caller.accountId, path, fileId, name: `${name} ${today}.xlsx`,
    type: TYPE, bytes: bytes.byteLength, sha256: secrets.sha256(bytes), state: 'begun' as const, createdAt: now,
  }
  return { upload, url }
}
