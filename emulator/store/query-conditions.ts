import { isFields } from './document-path'
import type { Bound, Interval } from './key-range'
import type { Query } from './types'
import { bracketBytes, bracketOf, bytesOf, bytesOfPrefix, type Bracket, type Bytes } from './value-order'

/** What a query asks of one path, as far as an index can answer it. */
export interface Condition {
  /** One of these values … */
  points?: Bytes[]
  /** … or a value of this interval. */
  interval?: Interval
  /** Whether the index alone decides it, where no document holds an array. */
  exact: boolean
  /** The same where documents hold arrays. */
  exactInArrays: boolean
}

export interface Conditions {
  byPath: Map<string, Condition[]>
  /** Whether the conditions are the whole query. */
  whole: boolean
  /** The alternatives of each `$or`. */
  alternatives: Query[][]
}

const POINT_BRACKETS = new Set<Bracket>(['null', 'number', 'string', 'object', 'boolean', 'date', 'objectId'])
const INTERVAL_BRACKETS = new Set<Bracket>(['number', 'string', 'boolean', 'date', 'objectId'])
const LONGEST_OPERAND = 900

const pointOf = (operand: unknown): Bytes | null => {
  if (!POINT_BRACKETS.has(bracketOf(operand))) return null
  const bytes = bytesOf(operand)
  return bytes.length > LONGEST_OPERAND ? null : bytes
}

const pointsCondition = (operands: readonly unknown[]): Condition | null => {
  const points = operands.map(pointOf)
  if (!points.every((point) => point !== null)) return null
  return { points: [...new Set(points)].sort(), exact: true, exactInArrays: !operands.some((operand) => operand === null || operand === undefined) }
}

const wholeBracket = (bracket: Bracket): Interval => {
  const all: Bound = { bytes: bracketBytes(bracket), inclusive: true }
  return { low: bracket === 'number' ? { bytes: bytesOf(-Infinity), inclusive: true } : all, high: all }
}

const intervalCondition = (operand: unknown, end: 'low' | 'high', inclusive: boolean): Condition | null => {
  const bracket = bracketOf(operand)
  const bytes = pointOf(operand)
  if (!INTERVAL_BRACKETS.has(bracket) || Number.isNaN(operand) || bytes === null) return null
  return { interval: { ...wholeBracket(bracket), [end]: { bytes, inclusive } }, exact: true, exactInArrays: true }
}

const LITERAL = /^\^((?:[^\\^$.*+?()[\]{}|/\ud800-\udfff]|\\[^a-zA-Z0-9])+)/
const QUANTIFIER = /^[*?{]/

/** The text that every match of `^literal…` begins with; empty when there is none. */
const literalPrefix = (pattern: RegExp): { text: string; whole: boolean } => {
  const found = /[im]/.test(pattern.flags) || pattern.source.includes('|') ? null : LITERAL.exec(pattern.source)
  if (!found?.[1]) return { text: '', whole: false }
  const rest = pattern.source.slice(found[0].length)
  const literals = found[1].match(/\\?[^]/g) ?? []
  const certain = QUANTIFIER.test(rest) ? literals.slice(0, -1) : literals
  return { text: certain.map((literal) => literal.slice(-1)).join(''), whole: rest === '' }
}

const patternCondition = (pattern: RegExp): Condition | null => {
  const { text, whole } = literalPrefix(pattern)
  if (text === '' || bytesOf(text).length > LONGEST_OPERAND) return null
  const bound: Bound = { bytes: bytesOfPrefix(text), inclusive: true }
  return { interval: { low: bound, high: bound }, exact: whole, exactInArrays: whole }
}

const equality = (operand: unknown): Condition | null => (operand instanceof RegExp ? patternCondition(operand) : pointsCondition([operand]))

const anyOf = (operand: unknown): Condition | null => (Array.isArray(operand) ? pointsCondition(operand) : null)

/** All of several values: the index finds the first, the matcher the rest. */
const allOf = (operand: unknown): Condition | null => {
  if (!Array.isArray(operand) || operand.length === 0 || operand[0] === null) return null
  const first = pointsCondition([operand[0]])
  return isFields(operand[0]) || !first ? null : { ...first, exact: operand.length === 1, exactInArrays: operand.length === 1 }
}

const pattern = (operand: unknown, options: unknown): Condition | null => {
  try {
    const source = operand instanceof RegExp ? operand.source : String(operand)
    return patternCondition(new RegExp(source, typeof options === 'string' ? options : operand instanceof RegExp ? operand.flags : ''))
  } catch {
    return null
  }
}

const CONDITION: Record<string, (operand: unknown, all: Record<string, unknown>) => Condition | null> = {
  $eq: equality,
  $in: anyOf,
  $all: allOf,
  $gt: (operand) => intervalCondition(operand, 'low', false),
  $gte: (operand) => intervalCondition(operand, 'low', true),
  $lt: (operand) => intervalCondition(operand, 'high', false),
  $lte: (operand) => intervalCondition(operand, 'high', true),
  $regex: (operand, all) => pattern(operand, all.$options),
}

const isOperators = (value: unknown): value is Record<string, unknown> => isFields(value) && Object.keys(value).some((name) => name.startsWith('$'))

const add = (into: Conditions, path: string, condition: Condition | null | undefined): void => {
  if (!condition) into.whole = false
  else into.byPath.set(path, [...(into.byPath.get(path) ?? []), condition])
}

const addField = (into: Conditions, path: string, asked: unknown): void => {
  if (!isOperators(asked)) return add(into, path, equality(asked))
  for (const [name, operand] of Object.entries(asked)) {
    if (name === '$elemMatch') addElement(into, path, operand)
    else if (name !== '$options') add(into, path, CONDITION[name]?.(operand, asked))
  }
}

/** One element must meet everything: an index can promise only that some element meets each part. */
const addElement = (into: Conditions, path: string, asked: unknown): void => {
  into.whole = false
  if (!isFields(asked)) return
  if (isOperators(asked)) return Object.keys(asked).every((name) => name in CONDITION) ? addField(into, path, asked) : undefined
  for (const [name, operand] of Object.entries(asked)) addField(into, `${path}.${name}`, operand)
}

const addAlternatives = (into: Conditions, queries: unknown): void => {
  const branches = Array.isArray(queries) ? queries.filter(isFields) : []
  if (branches.length === 1 && branches[0]) return addQuery(into, branches[0])
  into.whole = false
  into.alternatives.push(branches)
}

const addQuery = (into: Conditions, query: Query): void => {
  for (const [name, asked] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(asked)) asked.filter(isFields).forEach((part) => addQuery(into, part))
    else if (name === '$or') addAlternatives(into, asked)
    else if (name.startsWith('$')) into.whole = false
    else addField(into, name, asked)
  }
}

/** What of a query an index could answer: its top-level fields, those of `$and`, and of an only `$or`. */
export const conditionsOf = (query: Query): Conditions => {
  const conditions: Conditions = { byPath: new Map(), whole: true, alternatives: [] }
  addQuery(conditions, query)
  return conditions
}
