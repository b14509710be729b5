import { textAt, viewOf } from './bytes'
import { directoryAt, firstDirectory, GPS_TAG, type Directory } from './exif'

const EXIF = 'Exif\0\0'
/** Bytes per value of each Exif type, from 1 on. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

interface Block { tiff: Uint8Array; gps: Directory }

/** The position in the Exif block at `at`, if it has one. */
function positionAt(bytes: Uint8Array, at: number): Block | null {
  const tiff = bytes.subarray(at + EXIF.length)
  const first = firstDirectory(tiff)
  const pointer = first?.entries.find(({ tag }) => tag === GPS_TAG)
  if (!first || !pointer) return null
  const view = viewOf(tiff)
  const gps = directoryAt(view, view.getUint32(pointer.at + 8, first.little), first.little)
  return gps && { tiff, gps }
}

/** Zeroes the values, then the directory itself: it is empty afterwards. Nothing moves. */
function blank({ tiff, gps }: Block): void {
  const view = viewOf(tiff)
  for (const { type, count, at } of gps.entries) {
    const length = (TYPE_BYTES[type] ?? 0) * count
    const from = view.getUint32(at + 8, gps.little)
    if (length > 4 && from + length <= tiff.length) tiff.fill(0, from, from + length)
  }
  tiff.fill(0, gps.at, gps.at + 2 + gps.entries.length * 12)
}

/** A HEIC whose Exif says no position. Its parts are found by their places in the file, so the position is zeroed where it lies. */
export function cleanHeic(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  for (let at = copy.indexOf(0x45); at >= 0; at = copy.indexOf(0x45, at + 1)) {
    const block = textAt(copy, at, EXIF) ? positionAt(copy, at) : null
    if (block) blank(block)
  }
  return copy
}
