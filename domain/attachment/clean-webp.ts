import { bytesOf, joined, textAt, viewOf } from './bytes'
import { orientationOnly } from './exif'

const HEADER_BYTES = 12
const EXIF = 'Exif\0\0'
/** Bits of VP8X that say which chunks there are. https://developers.google.com/speed/webp/docs/riff_container */
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

/** The chunks between the header and the end that the header names; `null` when they do not fill it. */
function chunksOf(bytes: Uint8Array): Uint8Array[] | null {
  const view = viewOf(bytes)
  const end = view.getUint32(4, true) + 8
  const chunks: Uint8Array[] = []
  let at = HEADER_BYTES
  while (at + 8 <= end && end <= bytes.length) {
    const size = view.getUint32(at + 4, true)
    const to = at + 8 + size + (size % 2)
    chunks.push(bytes.subarray(at, to))
    at = to
  }
  return at === end ? chunks : null
}

function keptOf(chunk: Uint8Array): Uint8Array {
  const nothing = new Uint8Array(0)
  if (textAt(chunk, 0, 'XMP ')) return nothing
  if (!textAt(chunk, 0, 'EXIF')) return chunk
  const small = orientationOnly(chunk.subarray(textAt(chunk, 8, EXIF) ? 8 + EXIF.length : 8))
  return small ? joined([bytesOf('EXIF'), Uint8Array.of(small.length, 0, 0, 0), small]) : nothing
}

function flagged(chunk: Uint8Array, hasExif: boolean): Uint8Array {
  if (!textAt(chunk, 0, 'VP8X') || chunk.length < 9) return chunk
  const copy = chunk.slice()
  copy[8] = ((copy[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (hasExif ? HAS_EXIF : 0)
  return copy
}

/** A WebP without XMP, and with no more Exif than says how the picture lies. One that cannot be read stays as it is. */
export function cleanWebp(bytes: Uint8Array): Uint8Array {
  const chunks = bytes.length < HEADER_BYTES ? null : chunksOf(bytes)
  if (!chunks) return bytes
  const kept = chunks.map(keptOf)
  const hasExif = kept.some((chunk) => textAt(chunk, 0, 'EXIF'))
  const whole = joined([bytes.subarray(0, HEADER_BYTES), ...kept.map((chunk) => flagged(chunk, hasExif))])
  viewOf(whole).setUint32(4, whole.length - 8, true)
  return whole
}
