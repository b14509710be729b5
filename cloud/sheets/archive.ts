import { inflateRawSync } from 'node:zlib'
import { fail } from '../../domain/kernel/failure'

export interface ArchiveEntry { name: string; packed: number; unpacked: number; method: number; at: number }
export interface ArchiveBounds { entries: number; unpackedBytes: number; ratio: number }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff
/** Small entries may be packed as tightly as they like. */
const RATIO_FROM = 1024 * 1024
const UTF8_NAME = 0x0800

const broken = (): never => fail('archive.broken')

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return broken()
}

/** Names that are no UTF-8 by their own word are GBK in China: WinRAR and the Windows explorer write them so. */
const nameOf = (bytes: Uint8Array, flags: number): string => {
  if ((flags & UTF8_NAME) !== 0) return new TextDecoder('utf-8').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): { entry: ArchiveEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return broken()
  const flags = view.getUint16(at + 8, true)
  if ((flags & 1) !== 0) fail('archive.locked')
  const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
  const entry = {
    name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength), flags),
    method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true),
  }
  return { entry, next: at + 46 + nameLength + extra + comment }
}

const isBomb = ({ packed, unpacked }: ArchiveEntry, ratio: number): boolean => unpacked > RATIO_FROM && unpacked > packed * ratio

/**
 * What lies in a zip archive, from its directory alone: nothing is unpacked. Failures: archive.broken, archive.locked (a password),
 * archive.too-large (too many entries, too large unpacked, or packed as no honest file is).
 */
export function archiveEntries(bytes: Uint8Array, bounds: ArchiveBounds): ArchiveEntry[] {
  if (bytes.byteLength < END_SIZE) return broken()
  const view = viewOf(bytes)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > bounds.entries) fail('archive.too-large')
  const entries: ArchiveEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < count; n += 1) {
    const { entry, next } = entryAt(bytes, view, at)
    entries.push(entry)
    at = next
  }
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (total > bounds.unpackedBytes || entries.some((entry) => isBomb(entry, bounds.ratio))) fail('archive.too-large')
  return entries
}

const STORED = 0
const DEFLATED = 8

/** One entry unpacked: never more bytes than its directory says, whatever its content claims. Failure: archive.broken. */
export function unpackEntry(bytes: Uint8Array, { at, packed, unpacked, method }: ArchiveEntry): Uint8Array {
  const view = viewOf(bytes)
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) return broken()
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + packed > view.byteLength) return broken()
  const content = bytes.subarray(from, from + packed)
  if (method === STORED) return content
  if (method !== DEFLATED) return broken()
  try {
    return new Uint8Array(inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) }))
  } catch {
    return broken()
  }
}
