import type { Collection } from './catalog'
import type { KeyRange } from './key-range'
import { fileKey, type Files, type Snapshot } from './lmdb-files'
import type { Plan } from './query-plan'
import { merged } from './sorted-merge'

/** What a scan needs to know of where it reads. */
export interface ScanSource { files: Files; collection: Collection; snapshot?: Snapshot }

interface Entry { key: Buffer; value: string }

const NUMBER_BYTES = 4

const numberOf = (source: ScanSource, plan: Plan): number => plan.index.number || source.collection.number

const span = (number: number, range: KeyRange, reverse: boolean) => {
  const start = fileKey(number, range.start)
  const end = fileKey(number, range.end)
  return reverse ? { start: end, end: start, reverse: true, exclusiveStart: true, inclusiveEnd: true } : { start, end }
}

const entriesOf = (source: ScanSource, plan: Plan, range: KeyRange): Iterable<Entry> => {
  const options = { ...span(numberOf(source, plan), range, plan.reverse), transaction: source.snapshot }
  return source.files.entries.getRange(options) as Iterable<Entry>
}

function* idsByKey(source: ScanSource, plan: Plan): Generator<string> {
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges
  for (const range of ranges) {
    const id = source.files.entries.get(fileKey(plan.index.number, range.start), { transaction: source.snapshot })
    if (id !== undefined) yield id
  }
}

function* idsInChain(source: ScanSource, plan: Plan): Generator<string> {
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges
  for (const range of ranges) for (const entry of entriesOf(source, plan, range)) yield entry.value
}

/** All ranges at once, ordered by what follows the bytes that each of them shares. */
function* idsMerged(source: ScanSource, plan: Plan): Generator<string> {
  const streams = plan.ranges.map((range) => {
    const entries = entriesOf(source, plan, range)
    const from = NUMBER_BYTES + range.shared
    return { entries, keyOf: (entry: Entry) => entry.key.toString('latin1', from) }
  })
  for (const entry of merged(streams, plan.reverse)) yield entry.value
}

const idsOf = (source: ScanSource, plan: Plan): Generator<string> => {
  if (plan.exactKeys && plan.order === 'chain') return idsByKey(source, plan)
  return plan.order === 'merge' && plan.ranges.length > 1 ? idsMerged(source, plan) : idsInChain(source, plan)
}

function* withoutRepeats(ids: Iterable<string>): Generator<string> {
  const seen = new Set<string>()
  for (const id of ids) {
    if (!seen.has(id)) yield id
    seen.add(id)
  }
}

/** The `_id`s that a plan finds in a secondary index, in its order, each once. */
export const scannedIds = (source: ScanSource, plan: Plan): Iterable<string> => (plan.repeats ? withoutRepeats(idsOf(source, plan)) : idsOf(source, plan))

/** The stored values that a plan finds among the documents themselves, in order of `_id`. */
export function* scannedValues(source: ScanSource, plan: Plan): Generator<unknown> {
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges
  const transaction = source.snapshot
  for (const range of ranges) {
    if (plan.exactKeys) yield source.files.documents.get(fileKey(source.collection.number, range.start), { transaction })
    else for (const { value } of source.files.documents.getRange({ ...span(source.collection.number, range, plan.reverse), transaction })) yield value
  }
}

/** How many keys the ranges of a plan hold. */
export const countedKeys = (source: ScanSource, plan: Plan): number => {
  const number = numberOf(source, plan)
  const database = plan.index.number === 0 ? source.files.documents : source.files.entries
  const counts = plan.ranges.map((range) => database.getKeysCount({ ...span(number, range, false), transaction: source.snapshot }))
  return counts.reduce((sum, count) => sum + count, 0)
}
