import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../emulator/store/store'
import type { Schema, Store } from '../emulator/store/types'
import { median, timed, type Figures } from './figures'

const schema: Schema = { items: { requireIndex: true, indexes: [{ name: 'kind', fields: [['kind', 1], ['rank', 1]] }] } }
const FEW = 1_000
const MANY = 1_000_000
const BATCH = 5_000
const CALLS = 2_000
/** Documents per kind, at every size: a page of twenty is then the same work, and what differs is the size of the store. */
const PER_KIND = 40
const PAGE = 20

const open = (folder: string, flush: boolean): Promise<Store> => openStore({ folder, schema, now: () => new Date(0), flush })

const fill = async (folder: string, count: number): Promise<void> => {
  const store = await open(folder, false)
  for (let from = 0; from < count; from += BATCH) {
    await store.insert('items', Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => ({ _id: `i${from + n}`, kind: (from + n) % (count / PER_KIND), rank: from + n, text: 'x'.repeat(200) })))
  }
  await store.close()
}

/** The median after as many calls to warm up; both sizes are read by the same numbers of calls, all over the store. */
const medianMs = async (work: (n: number) => unknown): Promise<number> => {
  const samples: number[] = []
  for (let n = 0; n < CALLS; n += 1) await work(n)
  for (let n = CALLS; n < 2 * CALLS; n += 1) samples.push(await timed(async () => work(n)))
  return median(samples)
}

const measureOf = async (count: number, suffix: string): Promise<Figures> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-'))
  try {
    await fill(join(folder, 'data'), count)
    let store: Store | undefined
    const openMs = await timed(async () => { store = await open(join(folder, 'data'), true) })
    const point = await medianMs((n) => store!.find('items', { _id: `i${(n * 7919) % count}` }))
    const kinds = count / PER_KIND
    const range = await medianMs((n) => store!.find('items', { kind: (n * 7919) % kinds, rank: { $gte: 0 } }, { sort: { rank: 1 }, limit: PAGE }))
    const counting = await medianMs((n) => store!.count('items', { kind: (n * 7919) % kinds }))
    await store!.close()
    const { heapUsed, rss } = process.memoryUsage()
    return {
      [`store.open.s@${suffix}`]: openMs / 1000, [`store.point.ms@${suffix}`]: point, [`store.range.ms@${suffix}`]: range, [`store.count.ms@${suffix}`]: counting,
      [`store.heapMiB@${suffix}`]: heapUsed / 2 ** 20, [`store.rssMiB@${suffix}`]: rss / 2 ** 20,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The emulator's store alone: opening, one document by id, a sorted page and a count of an index, at a thousand and at a million documents. */
export const measureStore = async (): Promise<Figures> => {
  const figures = { ...await measureOf(FEW, '1k'), ...await measureOf(MANY, '1m') }
  const ratio = (name: string): number => (figures[`store.${name}.ms@1m`] ?? NaN) / (figures[`store.${name}.ms@1k`] ?? NaN)
  return { ...figures, 'store.point.ratio': ratio('point'), 'store.range.ratio': ratio('range') }
}
