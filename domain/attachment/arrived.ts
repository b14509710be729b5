import { attachmentTypeOf, checkArrived, MAX_ATTACHMENT_BYTES, sniff, typeOfName, type AttachmentType } from './attachment'
import { MAX_PIXELS, pixelsOf } from './pixels'

/** Bytes that `sniff` needs. */
const HEAD = 16

/**
 * What a file that arrived is asked before it is kept, whichever way it came. `null`: it may be kept. Codes: `attachment.empty`,
 * `attachment.too-large`, `attachment.not-what-it-says`, `attachment.too-many-pixels`.
 */
export function checkContent(bytes: Uint8Array, declaredMime: string): string | null {
  const wrong = checkArrived({ declaredMime, size: bytes.length, head: bytes.subarray(0, HEAD) })
  const type = attachmentTypeOf(declaredMime)
  return wrong ?? (type !== null && pixelsOf(bytes, type) > MAX_PIXELS ? 'attachment.too-many-pixels' : null)
}

/** Nobody declares a type for what lies in an archive: its name does, and where that has no ending, its bytes. */
const declaredBy = (name: string, bytes: Uint8Array): AttachmentType | null => (/\.[a-z0-9]+$/i.test(name.trim()) ? typeOfName(name) : sniff(bytes.subarray(0, HEAD)))

export interface PackedFile {
  name: string
  /** Bytes by the archive's directory: what is too large is never unpacked. */
  size: number
  unpack: () => Uint8Array
}

export type TakenOut = { type: AttachmentType; bytes: Uint8Array } | { code: string }

/** A file out of an archive, by the rules of one that is uploaded; `code` is one of `checkDeclared` or `checkContent`. */
export function takeOut({ name, size, unpack }: PackedFile): TakenOut {
  if (size === 0) return { code: 'attachment.empty' }
  if (size > MAX_ATTACHMENT_BYTES) return { code: 'attachment.too-large' }
  const bytes = unpack()
  const type = declaredBy(name, bytes)
  if (type === null) return { code: 'attachment.type-not-allowed' }
  const code = checkContent(bytes, type)
  return code === null ? { type, bytes } : { code }
}
