import type { Collection, Documents } from '../documents'
import type { DocumentStore, FindOptions, GroupOptions, TallyOptions, TallyRow, Where } from '../ports'
import type { Database } from './app'
import { sdkChange, sdkWhere } from './conditions'
import { refuseChange, refuseDocument, refuseEverything, refuseId, refuseWhere } from './refusals'
import { runTransaction, type Waiting } from './transactions'
import { asking } from './troubles'

/** CloudBase's largest page; the SDK clamps a larger limit silently and takes 100 without one. */
const PAGE = 1000
/** Documents per insert: well below the size of one request. */
const BATCH = 500

type Found = Array<Record<string, unknown>>

async function onePage(db: Database, collection: Collection, ask: { where: Where; options: FindOptions; skip: number; limit: number }): Promise<Found> {
  let query = db.collection(collection).where(sdkWhere(ask.where, db.command))
  for (const [path, direction] of ask.options.sort ?? []) query = query.orderBy(path, direction === 1 ? 'asc' : 'desc')
  if (ask.options.fields) query = query.field(Object.fromEntries(ask.options.fields.map((path) => [path, true])))
  const { data } = await asking(() => query.skip(ask.skip).limit(ask.limit).get())
  return data as Found
}

async function pages(db: Database, collection: Collection, ask: { where: Where; options: FindOptions }): Promise<Found> {
  const wanted = ask.options.limit ?? PAGE
  const start = ask.options.skip ?? 0
  const found: Found = []
  while (found.length < wanted) {
    const limit = Math.min(PAGE, wanted - found.length)
    const page = await onePage(db, collection, { ...ask, skip: start + found.length, limit })
    found.push(...page)
    if (page.length < limit) break
  }
  return found
}

async function grouped(db: Database, collection: Collection, ask: { where: Where; options: GroupOptions }): Promise<Array<{ key: string; min: unknown }>> {
  const { by, min, limit } = ask.options
  const { data } = await asking(() => db.collection(collection).aggregate()
    .match(sdkWhere(ask.where, db.command))
    .group({ _id: `$${by}`, min: { $min: `$${min}` } })
    .sort({ min: 1 })
    .limit(limit)
    .end() as Promise<{ data: Array<{ _id: string; min: unknown }> }>)
  return data.map((row) => ({ key: row._id, min: row.min }))
}

async function tallied(db: Database, collection: Collection, ask: { where: Where; options: TallyOptions }): Promise<TallyRow[]> {
  const { by, latest, least, limit } = ask.options
  const key = Object.fromEntries(by.map((path, at) => [`k${at}`, `$${path}`]))
  const { data } = await asking(() => db.collection(collection).aggregate()
    .match(sdkWhere(ask.where, db.command))
    .group({ _id: key, count: { $sum: 1 }, ...(latest !== undefined && { latest: { $max: `$${latest}` } }), ...(least && { least: { $min: firstOf(least) } }) })
    .limit(limit)
    .end() as Promise<{ data: Array<{ _id: Record<string, unknown>; count: number; latest: unknown; least: unknown }> }>)
  return data.map((row) => ({ key: by.map((_, at) => textOf(row._id[`k${at}`])), count: row.count, latest: row.latest instanceof Date ? row.latest : null, least: textOf(row.least) }))
}

/** The first of these fields that has a value, as the database reckons it; '' where none has. */
const firstOf = (paths: readonly string[]): unknown => paths.reduceRight<unknown>((otherwise, path) => ({ $ifNull: [`$${path}`, otherwise] }), '')

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

async function added(db: Database, collection: Collection, docs: ReadonlyArray<Documents[Collection]>): Promise<void> {
  for (let at = 0; at < docs.length; at += BATCH) {
    const batch = docs.slice(at, at + BATCH)
    await asking(() => db.collection(collection).add(batch))
  }
}

const summing = (db: Database): Pick<DocumentStore, 'group' | 'tally'> => ({
  async group(collection, where, options) {
    refuseWhere(where)
    return grouped(db, collection, { where, options })
  },
  async tally(collection, where, options) {
    refuseWhere(where)
    return tallied(db, collection, { where, options })
  },
})

/** The DocumentStore port over CloudBase's document database. `waiting` is how a conflict is slept off. */
export function cloudDocumentStore(db: Database, waiting: Waiting): DocumentStore {
  const matching = (collection: Collection, where: Where) => db.collection(collection).where(sdkWhere(where, db.command))
  return {
    async get<C extends Collection>(collection: C, id: string) {
      refuseId(id)
      const { data } = await asking(() => db.collection(collection).doc(id).get())
      return ((data as unknown[])[0] ?? null) as Documents[C] | null
    },
    async find<C extends Collection>(collection: C, where: Where, options: FindOptions = {}) {
      refuseWhere(where)
      return (await pages(db, collection, { where, options })) as unknown as Array<Documents[C]>
    },
    async count(collection, where) {
      refuseWhere(where)
      const { total } = await asking(() => matching(collection, where).count()) as { total: number }
      return total
    },
    ...summing(db),
    async add(collection, docs) {
      docs.forEach(refuseDocument)
      await added(db, collection, docs)
    },
    async update(collection, where, change) {
      refuseEverything(where)
      refuseChange(change)
      const { updated } = await asking(() => matching(collection, where).update(sdkChange(change, db.command))) as { updated: number }
      return updated
    },
    async remove(collection, where) {
      refuseEverything(where)
      const { deleted } = await asking(() => matching(collection, where).remove()) as { deleted: number }
      return deleted
    },
    transaction: (work) => runTransaction(db, work, waiting),
  }
}
