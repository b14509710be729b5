import { EJSON } from 'bson'
import { isFields } from './document-path'
import { invalidParam, requestFailed } from './store-error'
import { applies } from '../rules/rules'

const DEEPEST = 100

interface Bson { _bsontype: string; valueOf(): unknown; pattern?: string; options?: string; toNumber?: () => number }

const isBson = (value: object): value is Bson => '_bsontype' in value

/** Options that JavaScript knows; `g` and `y` would make a search depend on the one before it. */
const regExpOf = (pattern: string, options: string): RegExp => new RegExp(pattern, [...new Set(options)].filter((flag) => 'imsu'.includes(flag)).join(''))

const plainOfBson = (value: Bson): unknown => {
  if (value._bsontype === 'BSONRegExp') return regExpOf(value.pattern ?? '', value.options ?? '')
  if (['Int32', 'Double', 'Long'].includes(value._bsontype)) return value.toNumber ? value.toNumber() : Number(value.valueOf())
  return value
}

const serverDateOf = (value: Record<string, unknown>, now: Date): Date | null => {
  const mark = value['$tcb_server_date']
  if (!isFields(mark) || !applies('server-date')) return null
  return new Date(now.getTime() + (typeof mark.offset === 'number' && applies('server-date.offset') ? mark.offset : 0))
}

const fieldsOf = (value: Record<string, unknown>, now: Date, depth: number): Record<string, unknown> => {
  const copy: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(value)) {
    if (name === '__proto__') throw invalidParam('A field may not be named __proto__.')
    if (field !== undefined) copy[name] = copyOf(field, now, depth + 1)
  }
  return copy
}

const copyOfObject = (value: object): unknown => {
  if (value instanceof Date) return new Date(value.getTime())
  if (value instanceof RegExp) return regExpOf(value.source, value.flags)
  return isBson(value) ? plainOfBson(value) : value
}

const scalarOf = (value: unknown): unknown => {
  if (['function', 'symbol', 'bigint'].includes(typeof value)) throw invalidParam(`A ${typeof value} cannot be stored.`)
  return value
}

const refuseDepth = (depth: number): void => {
  if (depth > DEEPEST && applies('document.depth')) throw invalidParam(`A document may be nested ${DEEPEST} levels deep.`)
}

const copyOf = (value: unknown, now: Date, depth: number): unknown => {
  if (typeof value !== 'object' || value === null) return scalarOf(value)
  refuseDepth(depth)
  if (Array.isArray(value)) return value.map((element) => (element === undefined ? null : copyOf(element, now, depth + 1)))
  if (!isFields(value) || isBson(value)) return copyOfObject(value)
  return serverDateOf(value, now) ?? fieldsOf(value, now, depth)
}

/**
 * A deep copy of what a caller sent, in the store's own types: `$tcb_server_date` became a Date, BSON numbers and regular expressions
 * became JavaScript's, undefined fields are gone. One instant for the whole request.
 */
export const received = <T>(value: T, now: Date): T => copyOf(value, now, 0) as T

/** MongoDB keeps `$` for operators and the empty name for nothing. */
export const refuseFieldNames = (value: unknown): void => {
  if (Array.isArray(value)) return value.forEach(refuseFieldNames)
  if (!isFields(value)) return
  for (const [name, field] of Object.entries(value)) {
    if (name.startsWith('$') && applies('document.dollar-names')) throw requestFailed(`The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage.`)
    refuseFieldNames(field)
  }
}

const isPlain = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || value instanceof Date) return true
  if (Array.isArray(value)) return value.every(isPlain)
  return isFields(value) && Object.values(value).every(isPlain)
}

/** What LMDB's msgpack keeps exactly is stored as it is; other types as one EJSON string, which nothing else is. */
export const packed = (document: Record<string, unknown>): unknown => (isPlain(document) ? document : EJSON.stringify(document, { relaxed: false }))

const revived = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(revived)
  if (isBson(value)) return plainOfBson(value)
  return isFields(value) ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, revived(field)])) : value
}

export const unpacked = (value: unknown): unknown => (typeof value === 'string' ? revived(EJSON.parse(value)) : value)
