import type { Change, Where } from '../ports'

/**
 * The SDK drops an undefined condition silently and then matches everything, so nothing undefined and no blank id gets that far
 * (traps 3 and 4 of the SDK). These are mistakes of ours, never of a caller: plain errors, not failures.
 */
const IDS = new Set(['_id', 'institutionId', 'accountId'])

export function refuseUndefined(value: unknown, path = ''): void {
  if (value === undefined) throw new TypeError(`undefined at ${path || 'the top'}: the database would drop it`)
  if (!isNest(value)) return
  for (const [key, inner] of Object.entries(value)) refuseUndefined(inner, path ? `${path}.${key}` : key)
}

const isNest = (value: unknown): value is object => value !== null && typeof value === 'object' && !(value instanceof Date)

export function refuseWhere(where: Where): void {
  refuseUndefined(where)
  for (const [path, condition] of Object.entries(where)) {
    if (path.startsWith('$')) throw new TypeError(`${path} is no field`)
    if (IDS.has(path) && (condition === '' || condition === null)) throw new TypeError(`${path} is blank`)
  }
}

/** For update and remove: without a condition they would change the whole collection. */
export function refuseEverything(where: Where): void {
  refuseWhere(where)
  if (Object.keys(where).length === 0) throw new TypeError('an empty condition would match the whole collection')
}

export function refuseId(id: string): void {
  if (typeof id !== 'string' || id === '') throw new TypeError('a blank document id')
}

export function refuseChange(change: Change): void {
  refuseUndefined(change.set ?? {})
  const paths = [...Object.keys(change.set ?? {}), ...Object.keys(change.increment ?? {})]
  if (paths.length === 0) throw new TypeError('an empty change')
  if (paths.includes('_id')) throw new TypeError('_id never changes')
}

/** A document as it may be stored. */
export function refuseDocument(doc: { _id: string }): void {
  refuseId(doc._id)
  refuseUndefined(doc)
}
