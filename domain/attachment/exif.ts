import { viewOf } from './bytes'

/** Tags of TIFF 6.0 and Exif 2.32 §4.6. */
export const GPS_TAG = 0x8825
const ORIENTATION_TAG = 0x0112
const ENTRY_BYTES = 12

export interface Entry { tag: number; type: number; count: number; at: number }
export interface Directory { little: boolean; at: number; entries: Entry[] }

/** II: little end first, MM: big end first. `null`: no TIFF. */
function byteOrder(view: DataView): boolean | null {
  if (view.byteLength < 8) return null
  const mark = view.getUint32(0)
  if (mark === 0x49492a00) return true
  return mark === 0x4d4d002a ? false : null
}

/** The directory at this offset; `null` where it would leave the bytes. */
export function directoryAt(view: DataView, at: number, little: boolean): Directory | null {
  if (at < 8 || at + 2 > view.byteLength) return null
  const count = view.getUint16(at, little)
  if (at + 2 + count * ENTRY_BYTES > view.byteLength) return null
  const entries = Array.from({ length: count }, (_, n): Entry => {
    const place = at + 2 + n * ENTRY_BYTES
    return { tag: view.getUint16(place, little), type: view.getUint16(place + 2, little), count: view.getUint32(place + 4, little), at: place }
  })
  return { little, at, entries }
}

/** The first directory of an Exif block, which begins with its TIFF header; `null` when it is none. */
export function firstDirectory(tiff: Uint8Array): Directory | null {
  const view = viewOf(tiff)
  const little = byteOrder(view)
  return little === null ? null : directoryAt(view, view.getUint32(4, little), little)
}

/** How a picture lies, 1 (upright) to 8; 1 when nothing says so. */
export function orientationIn(tiff: Uint8Array): number {
  const directory = firstDirectory(tiff)
  const entry = directory?.entries.find(({ tag }) => tag === ORIENTATION_TAG)
  const value = directory && entry ? viewOf(tiff).getUint16(entry.at + 8, directory.little) : 1
  return value >= 1 && value <= 8 ? value : 1
}

/** The smallest Exif block that still says how the picture lies; `null` when it lies upright anyway. */
export function orientationOnly(tiff: Uint8Array): Uint8Array | null {
  const orientation = orientationIn(tiff)
  if (orientation === 1) return null
  return Uint8Array.of(0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0)
}
