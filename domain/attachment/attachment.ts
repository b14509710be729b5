/** What may be kept with a certificate (S32). HEIC is what some phones store; it is kept as evidence though not every browser shows it. */
export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number]

/** What every phone and browser draws. */
export const isPicture = ({ type }: { type: string }): boolean => ['image/jpeg', 'image/png', 'image/webp'].includes(type)

/** 20 MiB. */
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024
export const MAX_ATTACHMENTS = 9
/** Characters of a file's name. */
export const MAX_ATTACHMENT_NAME = 200

const EXTENSIONS: Readonly<Record<string, AttachmentType>> = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', heic: 'image/heic', heif: 'image/heic', pdf: 'application/pdf',
}

/** Other names of the same types that phones and browsers use. */
const ALIASES: Readonly<Record<string, AttachmentType>> = { 'image/jpg': 'image/jpeg', 'image/pjpeg': 'image/jpeg', 'image/heif': 'image/heic', 'application/x-pdf': 'application/pdf' }

/** The type behind a declared name; `null`: not one of ours. */
export function attachmentTypeOf(mime: string): AttachmentType | null {
  const bare = (mime.split(';')[0] ?? '').trim().toLowerCase()
  return ATTACHMENT_TYPES.find((type) => type === bare) ?? ALIASES[bare] ?? null
}

/** The type that a file's name promises; `null`: none of ours, or no extension. */
export function typeOfName(name: string): AttachmentType | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase()
  return extension === undefined ? null : (EXTENSIONS[extension] ?? null)
}

export interface Declared {
  name: string
  /** Bytes. */
  size: number
  mime: string
}

/** Before the upload. `null`: go on. Codes: `attachment.empty`, `attachment.too-large`, `attachment.type-not-allowed`. */
export function checkDeclared({ name, size, mime }: Declared): string | null {
  if (size <= 0) return 'attachment.empty'
  if (size > MAX_ATTACHMENT_BYTES) return 'attachment.too-large'
  const type = attachmentTypeOf(mime)
  const named = typeOfName(name)
  const agree = type !== null && (named === null ? !/\.[a-z0-9]+$/i.test(name) : named === type)
  return agree ? null : 'attachment.type-not-allowed'
}

type Signature = readonly [offset: number, bytes: readonly number[]]

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0))
const holds = (bytes: Uint8Array, [offset, wanted]: Signature): boolean => wanted.every((byte, i) => bytes[offset + i] === byte)

const SIGNATURES: ReadonlyArray<readonly [type: AttachmentType, all: readonly Signature[]]> = [
  ['image/jpeg', [[0, [0xff, 0xd8, 0xff]]]],
  ['image/png', [[0, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]]]],
  ['image/webp', [[0, ascii('RIFF')], [8, ascii('WEBP')]]],
  ['application/pdf', [[0, ascii('%PDF-')]]],
  ...['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].map((brand) => ['image/heic', [[4, ascii(`ftyp${brand}`)]]] as const),
]

/** What the leading bytes say it is; `null`: none of ours, so a renamed program is found out. Needs the first 16 bytes. */
export const sniff = (bytes: Uint8Array): AttachmentType | null =>
  SIGNATURES.find(([, signatures]) => signatures.every((signature) => holds(bytes, signature)))?.[0] ?? null

export interface Arrived {
  declaredMime: string
  /** The whole size in bytes; `head` may be only the beginning. */
  size: number
  head: Uint8Array
}

/** After the upload. `null`: it is what it says. Codes: `attachment.empty`, `attachment.too-large`, `attachment.not-what-it-says`. */
export function checkArrived({ declaredMime, size, head }: Arrived): string | null {
  if (size <= 0) return 'attachment.empty'
  if (size > MAX_ATTACHMENT_BYTES) return 'attachment.too-large'
  const type = sniff(head)
  return type !== null && type === attachmentTypeOf(declaredMime) ? null : 'attachment.not-what-it-says'
}
