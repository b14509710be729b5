import type * as v from 'valibot'
import type { handedOut } from '../../../contract/import'
import type { Operation } from '../../../contract/operation'
import { changes, type AuditNote, type Registered, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { UploadDoc } from '../../../cloud/repositories/uploads'

/** What one file holds at most: the function has 20 s and 256 MB. */
export const MOST_ROWS = 100_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook; `name` without its ending. `audit`: what is on record of its making, where it is more than a file. */
export interface Workbook { name: string; bytes: Uint8Array; audit?: AuditNote[] }

export interface HandedOut { upload: UploadDoc; url: string }

/** Writes an .xlsx for the caller, with a link of ten minutes; stored with `upload`, it is swept a day later. */
export async function handOut({ name, bytes }: Workbook, caller: SignedIn, { files, chance, secrets, now }: Scene): Promise<HandedOut> {
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

/** A verb whose answer is one file. The link in it ages, so a repeated call makes another file. */
export const handsOut = <I extends v.GenericSchema>(
  operation: Operation<I, typeof handedOut>, make: (asked: v.InferOutput<I>, caller: SignedIn, scene: Scene) => Promise<Workbook>,
): Registered => changes<Operation<v.GenericSchema, typeof handedOut>, HandedOut & Pick<Workbook, 'audit'>>(operation, {
  secret: true,
  async prepare(asked, caller, scene) {
    const { audit, ...book } = await make(asked as v.InferOutput<I>, caller, scene)
    return { ...await handOut(book, caller, scene), ...(audit && { audit }) }
  },
  async run(_asked, _caller, { tx, prepared: { upload, url, audit } }) {
    await tx.add('uploads', upload)
    return { output: { name: upload.name, url }, ...(audit && { audit }) }
  },
})
