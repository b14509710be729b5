import type { FindOptions, GroupOptions, TallyOptions, TallyRow } from '../ports'
import { ordered, valueAt } from './memory-conditions'
import type { Doc } from './memory-shelves'

const projected = (doc: Doc, fields: readonly string[]): Doc =>
  Object.fromEntries(['_id', ...fields].filter((field) => field in doc).map((field) => [field, doc[field]])) as Doc

function sorted(docs: Doc[], sort: FindOptions['sort'] = []): Doc[] {
  if (sort.length === 0) return docs
  return docs.sort((a, b) => {
    for (const [path, direction] of sort) {
      const order = ordered(valueAt(a, path), valueAt(b, path)) ?? 0
      if (order !== 0) return order * direction
    }
    return 0
  })
}

/** The page that was asked for. */
export function page(docs: Doc[], { skip = 0, limit = 1000, sort, fields }: FindOptions): Doc[] {
  const cut = sorted(docs, sort).slice(skip, skip + limit)
  return fields ? cut.map((doc) => projected(doc, fields)) : cut
}

export function grouped(docs: readonly Doc[], { by, min, limit }: GroupOptions): Array<{ key: string; min: unknown }> {
  const groups = new Map<string, unknown>()
  for (const doc of docs) {
    const key = String(valueAt(doc, by))
    const value = valueAt(doc, min)
    if (!groups.has(key) || (ordered(value, groups.get(key)) ?? 0) < 0) groups.set(key, value)
  }
  return [...groups].map(([key, value]) => ({ key, min: value })).sort((a, b) => ordered(a.min, b.min) ?? 0).slice(0, limit)
}

const firstText = (doc: Doc, paths: readonly string[]): string => paths.map((path) => valueAt(doc, path)).find((value): value is string => typeof value === 'string') ?? ''
const laterOf = (at: unknown, than: Date | null): Date | null => (at instanceof Date && (than === null || at > than) ? at : than)

export function tallied(docs: readonly Doc[], { by, latest, least = [], limit }: TallyOptions): TallyRow[] {
  const rows = new Map<string, TallyRow>()
  for (const doc of docs) {
    const key = by.map((path) => { const value = valueAt(doc, path); return typeof value === 'string' ? value : '' })
    const text = firstText(doc, least)
    const row = rows.get(JSON.stringify(key)) ?? { key, count: 0, latest: null, least: text }
    rows.set(JSON.stringify(key), { key, count: row.count + 1, latest: latest === undefined ? null : laterOf(valueAt(doc, latest), row.latest), least: text < row.least ? text : row.least })
  }
  return [...rows.values()].slice(0, limit)
}
