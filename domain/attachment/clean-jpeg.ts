import { bytesOf, joined, textAt, viewOf } from './bytes'
import { orientationOnly } from './exif'

/** Markers of ITU-T T.81, table B.1. */
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const ADOBE = 0xee
const APP15 = 0xef
const SCAN = 0xda
const END = 0xd9
const EXIF = 'Exif\0\0'
const ICC = 'ICC_PROFILE\0'

interface Segment { marker: number; from: number; body: number; to: number }

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7
const standsAlone = (marker: number): boolean => isRestart(marker) || marker === 0x01 || marker === END

/** Where the coded data that begin at `from` end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return bytes.length
}

/** The marker at or after fill bytes; `null` where there is none. `at` is where its two bytes begin. */
function markerAt(bytes: Uint8Array, from: number): { marker: number; at: number } | null {
  let at = from
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
  const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0
  return marker === 0 ? null : { marker, at }
}

/** The segment at `from`, fill bytes and coded data included; `null` where the bytes are none. */
function segmentAt(bytes: Uint8Array, from: number): Segment | null {
  const found = markerAt(bytes, from)
  if (!found) return null
  const { marker, at } = found
  if (standsAlone(marker)) return { marker, from, body: at + 2, to: at + 2 }
  if (at + 4 > bytes.length) return null
  const length = viewOf(bytes).getUint16(at + 2)
  const to = at + 2 + length
  if (length < 2 || to > bytes.length) return null
  return { marker, from, body: at + 4, to: marker === SCAN ? endOfScan(bytes, to) : to }
}

function upright(tiff: Uint8Array): Uint8Array {
  const small = orientationOnly(tiff)
  if (!small) return new Uint8Array(0)
  const length = 2 + EXIF.length + small.length
  return joined([Uint8Array.of(0xff, APP1, length >> 8, length & 0xff), bytesOf(EXIF), small])
}

/** Application data that decoding needs: JFIF, Adobe's colour transform, the colour profile. */
const isNeeded = (bytes: Uint8Array, { marker, body }: Segment): boolean =>
  marker === APP0 || marker === ADOBE || (marker === APP2 && textAt(bytes, body, ICC))

/** What is kept of a segment: of application data only what decoding needs, and how the picture lies. */
function keptOf(bytes: Uint8Array, segment: Segment): Uint8Array {
  const { marker, from, body, to } = segment
  const isApplication = marker >= APP0 && marker <= APP15
  if (!isApplication || isNeeded(bytes, segment)) return bytes.subarray(from, to)
  return marker === APP1 && textAt(bytes, body, EXIF) ? upright(bytes.subarray(body + EXIF.length, to)) : new Uint8Array(0)
}

/** A JPEG without Exif, XMP and other data about the picture, and without what follows its end (videos, second pictures). Where it cannot be read it stays as it is. */
export function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const parts = [bytes.subarray(0, 2)]
  let at = 2
  for (let segment = segmentAt(bytes, at); segment; segment = segmentAt(bytes, at)) {
    parts.push(keptOf(bytes, segment))
    at = segment.to
    if (segment.marker === END) return joined(parts)
  }
  return joined([...parts, bytes.subarray(at)])
}
