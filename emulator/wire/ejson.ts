import { BSONRegExp, EJSON } from 'bson'
import { CloudError } from '../cloud-error'
import { applies } from '../rules/rules'

/** The SDKs speak MongoDB's extended JSON in its canonical form, plus `$tcb_server_date` for the server's clock. */

interface ServerDate { $tcb_server_date: { offset?: unknown } }

const isServerDate = (value: object): value is ServerDate => '$tcb_server_date' in value

const fromBson = (value: object): unknown => {
  if (value instanceof BSONRegExp && applies('wire.regexp')) return new RegExp(value.pattern, value.options)
  return String(value)
}

const serverDate = (value: ServerDate, now: Date): Date => new Date(now.getTime() + (applies('server-date.offset') ? Number(value.$tcb_server_date.offset ?? 0) : 0))

const native = (value: unknown, now: Date): unknown => {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (Array.isArray(value)) return value.map((item) => native(item, now))
  if ('_bsontype' in value) return fromBson(value)
  if (isServerDate(value) && applies('server-date')) return serverDate(value, now)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, native(inner, now)]))
}

/** Text of the wire → plain values: numbers, Dates, RegExps; an ObjectId becomes its hex text. */
export const fromWire = (text: string, now: Date): unknown => {
  try {
    return native(EJSON.parse(text), now)
  } catch (error) {
    throw new CloudError('INVALID_PARAM', `no valid EJSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

export const objectFromWire = (text: unknown, now: Date): Record<string, unknown> => {
  if (text === undefined || text === null || text === '') return {}
  const value = typeof text === 'string' ? fromWire(text, now) : undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CloudError('INVALID_PARAM', 'an EJSON object was expected')
  return value as Record<string, unknown>
}

export const toWire = (value: unknown): string => EJSON.stringify(value as object, { relaxed: !applies('wire.canonical') })
