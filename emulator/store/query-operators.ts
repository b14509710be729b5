import { $elemMatch } from 'mingo/operators/query'
import type { Options } from 'mingo/types'
import { isFields, pathOf, someAt } from './document-path'
import { requestFailed } from './store-error'
import { bracketOf, bytesOf, compareWithin } from './value-order'
import { applies } from '../rules/rules'

/**
 * MongoDB's comparison operators where mingo's differ from it: paths through arrays, null and missing, NaN, order of strings and
 * of fields within objects, `$in` by hash instead of by comparison with each of its values.
 */
type Predicate = (document: unknown) => boolean
type Operator = (path: string, operand: unknown, options: Options) => Predicate
type Test = (value: unknown) => boolean

const isScalar = (value: unknown): boolean => ['string', 'boolean'].includes(typeof value) || (typeof value === 'number' && !Number.isNaN(value))

/** Equality of values: a missing field equals null. */
export const equals = (operand: unknown): Test => {
  if (operand === null && !applies('query.null-finds-missing')) return (value) => value === null
  if (isScalar(operand)) return (value) => value === operand
  const bytes = bytesOf(operand)
  const bracket = bracketOf(operand)
  return (value) => bracketOf(value) === bracket && bytesOf(value) === bytes
}

const matches = (pattern: RegExp): Test => {
  const search = new RegExp(pattern.source, applies('query.regex-options') ? pattern.flags.replace(/[gy]/g, '') : '')
  return (value) => (typeof value === 'string' || !applies('query.regex-strings')) && search.test(String(value))
}

const at = (path: string, test: Test): Predicate => {
  const parts = pathOf(path)
  return (document) => someAt(document, parts, test)
}

const not = (test: Predicate): Predicate => (document) => !test(document)

/** Holds when no value under the path meets the test, elements of arrays included. */
const none = (path: string, test: Test): Predicate => (applies('query.negation') ? not(at(path, test)) : at(path, (value) => !test(value)))

const ordered = (holds: (order: number) => boolean): Operator => (path, operand) =>
  at(path, (value) => {
    const order = compareWithin(value, operand)
    return order !== null && holds(order)
  })

const same = (operand: unknown): Test => (operand instanceof RegExp ? matches(operand) : equals(operand))

const $eq: Operator = (path, operand) => at(path, same(operand))

const listOf = (name: string, operand: unknown): unknown[] => {
  if (!Array.isArray(operand)) throw requestFailed(`${name} needs an array`)
  return operand
}

/** Whether a value is one of the list: by its bytes, or by the list's regular expressions. */
const oneOf = (list: readonly unknown[]): Test => {
  const patterns = list.filter((operand) => operand instanceof RegExp && applies('query.regex-in-list')).map((operand) => matches(operand as RegExp))
  const strings = new Set(list.filter((operand) => typeof operand === 'string'))
  const others = new Set(list.filter((operand) => typeof operand !== 'string' && !(operand instanceof RegExp)).map(bytesOf))
  return (value) => {
    if (typeof value === 'string') return strings.has(value) || patterns.some((test) => test(value))
    return others.size > 0 && others.has(bytesOf(value))
  }
}

const $in: Operator = (path, operand) => at(path, oneOf(listOf('$in', operand)))

const $exists: Operator = (path, operand) => {
  const present = at(path, (value) => value !== undefined && (value !== null || applies('query.exists-null')))
  return operand ? present : not(present)
}

const $all: Operator = (path, operand, options) => {
  const tests = listOf('$all', operand).map((wanted) =>
    isFields(wanted) && '$elemMatch' in wanted ? $elemMatch(path, wanted.$elemMatch as never, options) : $eq(path, wanted, options),
  )
  return (document) => (tests.length > 0 || !applies('query.all-of-nothing')) && tests.every((test) => test(document as never))
}

const $regex: Operator = (path, operand) => at(path, matches(operand instanceof RegExp ? operand : new RegExp(String(operand))))

export const COMPARISONS = {
  $eq,
  $ne: (path: string, operand: unknown) => none(path, same(operand)),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $in,
  $nin: (path: string, operand: unknown) => none(path, oneOf(listOf('$nin', operand))),
  $exists,
  $all,
  $regex,
} as const
