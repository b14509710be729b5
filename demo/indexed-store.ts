import type { Condition, DocumentStore, FindOptions, Where } from '../cloud/ports'
import { StoreError } from '../cloud/store-error'
import type { Store } from '../emulator/store/types'

const BOUNDS = { from: '$gte', after: '$gt', to: '$lte', before: '$lt' } as const

const conditionOf = (condition: Condition): unknown => {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date) return condition
  if ('in' in condition) return { $in: condition.in }
  if ('all' in condition) return { $all: condition.all }
  if ('not' in condition) return { $ne: condition.not }
  return Object.fromEntries(Object.entries(condition).map(([bound, value]) => [BOUNDS[bound as keyof typeof BOUNDS], value]))
}

const queryOf = (where: Where): Record<string, unknown> => Object.fromEntries(Object.entries(where).map(([path, condition]) => [path, conditionOf(condition)]))

const optionsOf = ({ sort, skip, limit = 1000, fields }: FindOptions) => ({
  limit, ...(skip !== undefined && { skip }), ...(sort && { sort: Object.fromEntries(sort) }), ...(fields && { projection: Object.fromEntries(fields.map((field) => [field, true])) }),
})

const firstOf = (paths: readonly string[]): unknown => paths.reduceRight<unknown>((otherwise, path) => ({ $ifNull: [`$${path}`, otherwise] }), '')

const duplicates = <T>(work: Promise<T>): Promise<T> => work.catch((thrown: unknown) => {
  const text = `${(thrown as { code?: string }).code} ${(thrown as Error).message}`
  throw new StoreError(text.includes('E11000') || text.includes('DUPLICATE') ? 'duplicate' : 'unavailable', text, thrown)
})

/** The DocumentStore port over the emulator's store in this process, without the wire between: what no index serves is refused here too. */
export const indexedStore = (store: Store): DocumentStore => {
  const found = (collection: string, where: Where, options: FindOptions) => store.find(collection, queryOf(where), optionsOf(options)).docs
  return {
    get: async (collection, id) => (found(collection, { _id: id }, { limit: 1 })[0] ?? null) as never,
    find: async (collection, where, options = {}) => found(collection, where, options) as never,
    count: async (collection, where) => store.count(collection, queryOf(where)).total,
    group: async (collection, where, { by, min, limit }) =>
      (store.aggregate(collection, [{ $match: queryOf(where) }, { $group: { _id: `$${by}`, min: { $min: `$${min}` } } }, { $sort: { min: 1 } }, { $limit: limit }]).docs as Array<{ _id: string; min: unknown }>)
        .map(({ _id, min: first }) => ({ key: _id, min: first })),
    tally: async (collection, where, { by, latest, least = [], limit }) => {
      const key = Object.fromEntries(by.map((path, at) => [`k${at}`, `$${path}`]))
      const rows = store.aggregate(collection, [{ $match: queryOf(where) }, { $group: { _id: key, count: { $sum: 1 }, latest: { $max: `$${latest}` }, least: { $min: firstOf(least) } } }, { $limit: limit }]).docs
      return (rows as Array<{ _id: Record<string, string | null>; count: number; latest: Date | null; least: string }>).map(({ _id, ...row }) => ({ ...row, key: by.map((_, at) => _id[`k${at}`] ?? '') }))
    },
    add: async (collection, docs) => void await duplicates(store.insert(collection, docs as unknown as Array<Record<string, unknown>>)),
    update: async (collection, where, { set = {}, increment = {} }) => {
      const change = { ...(Object.keys(set).length > 0 && { $set: { ...set } }), ...(Object.keys(increment).length > 0 && { $inc: { ...increment } }) }
      return (await duplicates(store.modify(collection, queryOf(where), change, { multi: true, upsert: false, merge: true }))).updated
    },
    remove: (collection, where) => store.remove(collection, queryOf(where), { multi: true }),
    transaction: () => Promise.reject(new StoreError('unavailable', 'reminding needs no transaction')),
  }
}
