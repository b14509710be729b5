import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/**
 * Whether an LMDB data file is whole, read without opening it: a map of a file that was cut would kill the process at the first page
 * that is not there. Layout: `MDB_meta`, `MDB_page` and `MDB_node` of LMDB 1.0 on a 64-bit little-endian machine.
 */
type FileState = 'whole' | 'alien' | 'truncated'

const MAGIC = 0xbeefc0de
const VERSION = 2
const HEADER = 24
const META = { magic: 24, version: 28, pageSize: 48, roots: [88, 136], lastPage: 144, transaction: 152, end: 160 } as const
const BRANCH = 1
const LEAF = 2
const NODE_BIG = 1
const NODE_TREE = 2
const TREE_ROOT = 40
const NO_PAGE = 0xffffffffffffffffn

interface Meta { pageSize: number; lastPage: number; transaction: bigint; roots: bigint[] }

const metaOf = (bytes: Buffer): Meta | null => {
  if (bytes.length < META.end || bytes.readUInt32LE(META.magic) !== MAGIC || (bytes.readUInt32LE(META.version) & 0xffff) !== VERSION) return null
  return {
    pageSize: bytes.readUInt32LE(META.pageSize),
    lastPage: Number(bytes.readBigUInt64LE(META.lastPage)),
    transaction: bytes.readBigUInt64LE(META.transaction),
    roots: META.roots.map((at) => bytes.readBigUInt64LE(at)),
  }
}

const readAt = (file: number, position: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, position))
}

/** The pages that the node of a leaf leads to: a tree's root, or the last page of a long value. */
const pagesOfNode = (page: Buffer, at: number): bigint[] => {
  const flags = page.readUInt16LE(at + 4)
  const data = at + 8 + page.readUInt16LE(at + 6)
  if (flags & NODE_TREE) return [page.readBigUInt64LE(data + TREE_ROOT)]
  if (!(flags & NODE_BIG)) return []
  const size = page.readUInt16LE(at) + page.readUInt16LE(at + 2) * 0x10000
  return [page.readBigUInt64LE(data) + BigInt(Math.ceil((HEADER + size) / page.length) - 1)]
}

const childOfNode = (page: Buffer, at: number): bigint =>
  BigInt(page.readUInt16LE(at)) + (BigInt(page.readUInt16LE(at + 2)) << 16n) + (BigInt(page.readUInt16LE(at + 4)) << 32n)

interface Step { page: bigint; isTree: boolean }

/** Where a page leads. Pages that hold a value's tail are steps to themselves only: they need to be there, not to be read. */
const stepsOf = (page: Buffer): Step[] => {
  const flags = page.readUInt16LE(18)
  const nodes = Array.from({ length: page.readUInt16LE(20) >> 1 }, (_, node) => HEADER + page.readUInt16LE(HEADER + 2 * node))
  if (flags & BRANCH) return nodes.map((at) => ({ page: childOfNode(page, at), isTree: true }))
  if (!(flags & LEAF)) return []
  return nodes.flatMap((at) => pagesOfNode(page, at).map((next) => ({ page: next, isTree: (page.readUInt16LE(at + 4) & NODE_TREE) !== 0 })))
}

/** Whether every page that the trees reach lies within the file. */
const reachesOnlyWhatIsThere = (file: number, meta: Meta, size: number): boolean => {
  const pages = BigInt(Math.floor(size / meta.pageSize))
  const steps: Step[] = meta.roots.map((page) => ({ page, isTree: true }))
  for (let step = steps.pop(); step; step = steps.pop()) {
    const isThere = step.page === NO_PAGE || step.page < pages
    if (!isThere) return false
    if (step.isTree && step.page !== NO_PAGE) steps.push(...stepsOf(readAt(file, Number(step.page) * meta.pageSize, meta.pageSize)))
  }
  return true
}

const newestMeta = (file: number, size: number): Meta | null => {
  const first = metaOf(readAt(file, 0, META.end))
  if (!first || first.pageSize < 512 || first.pageSize > 65_536) return null
  if (size < 2 * first.pageSize) return null
  const second = metaOf(readAt(file, first.pageSize, META.end))
  return second && second.transaction > first.transaction ? second : first
}

const stateOf = (file: number): FileState => {
  const { size } = fstatSync(file)
  const start = readAt(file, 0, META.end)
  if (size < META.end) return metaOf(Buffer.concat([start, Buffer.alloc(META.end - start.length)])) || size === 0 ? 'truncated' : 'alien'
  if (!metaOf(start)) return 'alien'
  const meta = newestMeta(file, size)
  if (!meta) return 'truncated'
  if (size >= (meta.lastPage + 1) * meta.pageSize) return 'whole'
  return reachesOnlyWhatIsThere(file, meta, size) ? 'whole' : 'truncated'
}

/** Reads the data file's description of itself and compares it with what is there. A file's last pages may be missing when they are free. */
export const fileState = (path: string): FileState => {
  const file = openSync(path, 'r')
  try {
    return stateOf(file)
  } finally {
    closeSync(file)
  }
}
