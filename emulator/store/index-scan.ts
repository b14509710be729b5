import { documentKey, type Collection } from './catalog'
import type { KeyRange } from './key-range'
import { fileKey, type Files, type Snapshot } from './lmdb-files'
import type { Plan, Scan } from './query-plan'
import { merged } from './sorted-merge'
import { bytesOf } from './value-order'

/** What a scan needs to know of where it reads. */
export interface ScanSource { files: Files; collection: Collection; snapshot?: Snapshot }

interface Entry { key: Buffer; value: string }

const NUMBER_BYTES = 4

const span = (number: number, range: KeyRange, reverse: boolean) => {
  const start = fileKey(number, range.start)
  const end = fileKey(number, range.end)
  return reverse ? { start: end, end: start, reverse: true, exclusiveStart: true, inclusiveEnd: true } : { start, end }
}

const inOrder = ({ ranges, reverse }: Scan): readonly KeyRange[] => (reverse ? [...ranges].reverse() : ranges)

const entriesOf = (source: ScanSource, scan: Scan, range: KeyRange): Iterable<Entry> =>
  source.files.entries.getRange({ ...span(scan.index.number, range, scan.reverse), transaction: source.snapshot }) as Iterable<Entry>

function* idsByKey(source: ScanSource, scan: Scan): Generator<string> {
  for (const range of inOrder(scan)) {
    const id = source.files.entries.get(fileKey(scan.index.number, range.start), { transaction: source.snapshot })
    if (id !== undefined) yield id
  }
}

function* idsInChain(source: ScanSource, scan: Scan): Generator<string> {
  for (const range of inOrder(scan)) for (const entry of entriesOf(source, scan, range)) yield entry.value
}

/** All ranges at once, ordered by what follows the bytes that each of them shares. */
function* idsMerged(source: ScanSource, scan: Scan): Generator<string> {
  const streams = scan.ranges.map((range) => ({
    entries: entriesOf(source, scan, range),
    keyOf: (entry: Entry) => entry.key.toString('latin1', NUMBER_BYTES + range.shared),
  }))
  for (const entry of merged(streams, scan.reverse)) yield entry.value
}

const idsOf = (source: ScanSource, scan: Scan): Generator<string> => {
  if (scan.order === 'merge' && scan.ranges.length > 1) return idsMerged(source, scan)
  return scan.exactKeys ? idsByKey(source, scan) : idsInChain(source, scan)
}

function* withoutRepeats(ids: Iterable<string>): Generator<string> {
  const seen = new Set<string>()
  for (const id of ids) {
    if (!seen.has(id)) yield id
    seen.add(id)
  }
}

/** The `_id`s that a scan finds in a secondary index, in its order, each once. */
const scannedIds = (source: ScanSource, scan: Scan): Iterable<string> => (scan.repeats ? withoutRepeats(idsOf(source, scan)) : idsOf(source, scan))

/** The stored values that a scan finds among the documents themselves, in order of `_id`. */
function* valuesById(source: ScanSource, scan: Scan): Generator<unknown> {
  const { documents } = source.files
  const { number } = source.collection
  const at = { transaction: source.snapshot }
  for (const range of inOrder(scan)) {
    if (scan.exactKeys) yield documents.get(fileKey(number, range.start), at)
    else yield* (documents.getRange({ ...span(number, range, scan.reverse), ...at }) as unknown as { map(pick: (entry: Entry) => unknown): Iterable<unknown> }).map(({ value }) => value)
  }
}

/** The stored values that a scan leads to, in its order; undefined where there is none. */
export function* scannedValues(source: ScanSource, scan: Scan): Generator<unknown> {
  if (scan.index.number === 0) return yield* valuesById(source, scan)
  const at = { transaction: source.snapshot }
  for (const id of scannedIds(source, scan)) yield source.files.documents.get(documentKey(source.collection, bytesOf(id)), at)
}

const countOf = (items: Iterable<unknown>): number => {
  const iterator = items[Symbol.iterator]()
  let count = 0
  while (!iterator.next().done) count += 1
  return count
}

const countOfScan = (source: ScanSource, scan: Scan): number => {
  if (scan.repeats) return countOf(scannedIds(source, scan))
  const isPrimary = scan.index.number === 0
  const database = isPrimary ? source.files.documents : source.files.entries
  const number = isPrimary ? source.collection.number : scan.index.number
  const counts = scan.ranges.map((range) => database.getKeysCount({ ...span(number, range, false), transaction: source.snapshot }))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** How many documents a plan finds that its index covers, without reading them. */
export const countedKeys = (source: ScanSource, plan: Plan): number => plan.scans.reduce((sum, scan) => sum + countOfScan(source, scan), 0)
