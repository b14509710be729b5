import type { AttachmentType } from './attachment'
import { textAt, viewOf } from './bytes'

/** Phones of 50 megapixels fit; what is larger costs every reader of the page 220 MB of memory and more to decode. */
export const MAX_PIXELS = 55_000_000

interface Size { width: number; height: number }

const NO_FRAMES = [0xc4, 0xc8, 0xcc]
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker)

/** From the frame header, ITU-T T.81 §B.2.2. */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** From IHDR, which is always the first chunk. */
function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 24) return null
  const view = viewOf(bytes)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

const low14 = (bits: number): number => bits & 0x3fff
const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

/** Of the three kinds of WebP. https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 30) return null
  const view = viewOf(bytes)
  if (textAt(bytes, 12, 'VP8X')) return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
  const lossless = view.getUint32(21, true)
  if (textAt(bytes, 12, 'VP8L')) return { width: low14(lossless) + 1, height: low14(lossless >>> 14) + 1 }
  return { width: low14(view.getUint16(26, true)), height: low14(view.getUint16(28, true)) }
}

/** The largest of its «ispe» properties (ISO/IEC 23008-12 §6.5.3): a picture of tiles names each tile and the whole. */
function heicSize(bytes: Uint8Array): Size | null {
  const view = viewOf(bytes)
  let largest: Size | null = null
  for (let at = bytes.indexOf(0x14); at >= 0 && at + 17 <= bytes.length; at = bytes.indexOf(0x14, at + 1)) {
    if (!textAt(bytes, at + 1, 'ispe')) continue
    const size = { width: view.getUint32(at + 9), height: view.getUint32(at + 13) }
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

const SIZE: Readonly<Partial<Record<AttachmentType, (bytes: Uint8Array) => Size | null>>> = {
  'image/jpeg': jpegSize, 'image/png': pngSize, 'image/webp': webpSize, 'image/heic': heicSize,
}

/** How many pixels the picture's header promises, without decoding it; 0 where it says nothing, and for what is no picture. */
export function pixelsOf(bytes: Uint8Array, type: AttachmentType): number {
  const size = SIZE[type]?.(bytes) ?? null
  return size === null ? 0 : size.width * size.height
}
