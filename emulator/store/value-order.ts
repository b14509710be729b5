import { applies } from '../rules/rules'

/**
 * Values as bytes whose order is MongoDB's order of BSON values, so that a comparison of keys is a comparison of values.
 * Bytes are held in strings of one char per byte: they compare, join and serve as Map keys without copying.
 * No encoding is a prefix of another one, therefore encodings can be joined to compound keys.
 * https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export type Bytes = string

/** What an empty array leaves in an index: MongoDB's `undefined`, which sorts before null. */
export const EMPTY_ARRAY: unique symbol = Symbol('empty array')

const TAG = { emptyArray: '\x08', null: '\x10', number: '\x20', string: '\x30', object: '\x40', array: '\x50', binary: '\x58', objectId: '\x60', boolean: '\x70', date: '\x80', regexp: '\x90', other: '\xa0' } as const

export type Bracket = keyof typeof TAG

const doubles = new DataView(new ArrayBuffer(8))

const bytesOfNumber = (value: number): Bytes => {
  if (Number.isNaN(value)) return '\0\0\0\0\0\0\0\0'
  doubles.setFloat64(0, value === 0 ? 0 : value)
  const high = doubles.getUint32(0)
  const low = doubles.getUint32(4)
  const negative = high >= 0x80000000
  const a = negative ? ~high : high | 0x80000000
  const b = negative ? ~low : low
  return String.fromCharCode((a >>> 24) & 255, (a >>> 16) & 255, (a >>> 8) & 255, a & 255, (b >>> 24) & 255, (b >>> 16) & 255, (b >>> 8) & 255, b & 255)
}

// eslint-disable-next-line no-control-regex -- the zero byte is what must be escaped
const PLAIN_ASCII = /^[\x01-\x7f]*$/

/** UTF-8 bytes with zero escaped and an end mark: their order is that of code points, as MongoDB compares strings. */
const bytesOfString = (value: string): Bytes => {
  if (PLAIN_ASCII.test(value)) return `${value}\0\0`
  const utf8 = Buffer.from(value, 'utf8').toString('latin1')
  return `${utf8.replaceAll('\0', '\0\xff')}\0\0`
}

const bytesOfObject = (value: Record<string, unknown>): Bytes => {
  let bytes = ''
  const names = Object.keys(value)
  for (const name of applies('query.field-order') ? names : names.sort()) {
    const field = bytesOf(value[name])
    bytes += field[0] + bytesOfString(name) + field.slice(1)
  }
  return `${bytes}\0`
}

const bytesOfArray = (value: readonly unknown[]): Bytes => `${value.map(bytesOf).join('')}\0`

const bytesOfBinary = (value: Uint8Array): Bytes => {
  const length = String.fromCharCode((value.length >>> 24) & 255, (value.length >>> 16) & 255, (value.length >>> 8) & 255, value.length & 255)
  return length + Buffer.from(value).toString('latin1')
}

const isBson = (value: object): value is { _bsontype: string; toHexString?: () => string } => '_bsontype' in value

const bracketOfObject = (value: object): Bracket => {
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regexp'
  if (ArrayBuffer.isView(value)) return 'binary'
  if (!isBson(value)) return 'object'
  return value.toHexString ? 'objectId' : 'other'
}

const SIMPLE: Record<string, Bracket> = { undefined: 'null', number: 'number', string: 'string', boolean: 'boolean', symbol: 'emptyArray' }

/** The group of types within which values compare with each other. */
export const bracketOf = (value: unknown): Bracket => {
  if (value === null) return 'null'
  return typeof value === 'object' ? bracketOfObject(value) : SIMPLE[typeof value] ?? 'other'
}

const ENCODE: Record<Bracket, (value: never) => Bytes> = {
  emptyArray: () => '',
  null: () => '',
  number: bytesOfNumber,
  string: bytesOfString,
  object: bytesOfObject,
  array: bytesOfArray,
  binary: bytesOfBinary,
  objectId: (value: { toHexString: () => string }) => value.toHexString(),
  boolean: (value: boolean) => (value ? '\x01' : '\0'),
  date: (value: Date) => bytesOfNumber(value.getTime()),
  regexp: (value: RegExp) => bytesOfString(value.source) + bytesOfString(value.flags),
  other: (value: unknown) => bytesOfString(JSON.stringify(value)),
}

/** The bytes of a value. Missing counts as null, -0 as 0; NaN comes before all numbers. */
export const bytesOf = (value: unknown): Bytes => {
  const bracket = bracketOf(value)
  return TAG[bracket] + ENCODE[bracket](value as never)
}

/** The first byte of every value of a bracket: all of them lie between it and its `after`. */
export const bracketBytes = (bracket: Bracket): Bytes => TAG[bracket]

/** The least bytes that are greater than everything that begins with `prefix`. */
export const after = (prefix: Bytes): Bytes => {
  let end = prefix.length
  while (end > 0 && prefix.charCodeAt(end - 1) === 255) end -= 1
  if (end === 0) return '\xff'.repeat(prefix.length + 1)
  return prefix.slice(0, end - 1) + String.fromCharCode(prefix.charCodeAt(end - 1) + 1)
}

/** The same bytes in descending order. */
export const inverted = (bytes: Bytes): Bytes => {
  let result = ''
  for (let at = 0; at < bytes.length; at += 1) result += String.fromCharCode(255 - bytes.charCodeAt(at))
  return result
}

export const directed = (bytes: Bytes, direction: 1 | -1): Bytes => (direction === 1 ? bytes : inverted(bytes))

export const byBytes = (a: Bytes, b: Bytes): number => (a < b ? -1 : Number(a > b))

const SURROGATE = /[\ud800-\udfff]/

/** Order of strings by code point; UTF-16 units differ from it only where surrogates are. */
const compareStrings = (a: string, b: string): number => {
  if (applies('query.code-points') && (SURROGATE.test(a) || SURROGATE.test(b))) return byBytes(bytesOfString(a), bytesOfString(b))
  return a < b ? -1 : Number(a > b)
}

/** Compares two values of one bracket; `null` when they are of different brackets, or one of two numbers is NaN. */
export const compareWithin = (a: unknown, b: unknown): number | null => {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  const bracket = bracketOf(a)
  if (bracket !== bracketOf(b)) return applies('query.one-type') ? null : byBytes(bytesOf(a), bytesOf(b))
  if (bracket === 'number') return compareNumbers(a as number, b as number)
  return byBytes(bytesOf(a), bytesOf(b))
}

const compareNumbers = (a: number, b: number): number | null => {
  if (applies('query.nan') && (Number.isNaN(a) || Number.isNaN(b))) return Number.isNaN(a) && Number.isNaN(b) ? 0 : null
  return a - b < 0 ? -1 : Number(a > b)
}

/** What the bytes of every string with this prefix begin with. */
export const bytesOfPrefix = (prefix: string): Bytes => bytesOf(prefix).slice(0, -2)
