import { bytesOf, joined, textAt, viewOf } from './bytes'
import { orientationOnly } from './exif'

const SIGNATURE_BYTES = 8
/** Length and type before a chunk's data, the checksum after them. */
const FRAME_BYTES = 12
/** Free text, where programs keep Exif and XMP as well. */
const TEXTS = ['tEXt', 'zTXt', 'iTXt']

/** CRC-32 as PNG §D has it. */
function checksum(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined([bytesOf(type), data])
  const whole = joined([new Uint8Array(4), named, new Uint8Array(4)])
  viewOf(whole).setUint32(0, data.length)
  viewOf(whole).setUint32(whole.length - 4, checksum(named))
  return whole
}

function keptOf(whole: Uint8Array): Uint8Array {
  const is = (type: string): boolean => textAt(whole, 4, type)
  if (TEXTS.some(is)) return new Uint8Array(0)
  if (!is('eXIf')) return whole
  const small = orientationOnly(whole.subarray(8, whole.length - 4))
  return small ? chunk('eXIf', small) : new Uint8Array(0)
}

/** A PNG without Exif and texts, and without what follows its end. Where it cannot be read it stays as it is. */
export function cleanPng(bytes: Uint8Array): Uint8Array {
  const parts = [bytes.subarray(0, SIGNATURE_BYTES)]
  const view = viewOf(bytes)
  let at = SIGNATURE_BYTES
  while (at + FRAME_BYTES <= bytes.length) {
    const to = at + FRAME_BYTES + view.getUint32(at)
    if (to > bytes.length) break
    parts.push(keptOf(bytes.subarray(at, to)))
    if (textAt(bytes, at + 4, 'IEND')) return joined(parts)
    at = to
  }
  return joined([...parts, bytes.subarray(at)])
}
