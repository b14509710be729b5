import * as v from 'valibot'
import type { Collection } from '../cloud/documents'
import { COLLECTIONS } from './places'

/** One archive is gzipped lines of JSON: a head, the documents, the files, and an end that says what must have come before it. */
export const FORMAT = 'operator-certificates-backup'

const head = v.strictObject({ kind: v.literal('head'), format: v.literal(FORMAT), version: v.literal(1), institutionId: v.string(), name: v.string(), at: v.string() })
const document = v.strictObject({ kind: v.literal('document'), collection: v.picklist(COLLECTIONS), doc: v.looseObject({ _id: v.string() }) })
/** `id` is what documents call it; `bytes` in base64. */
const file = v.strictObject({ kind: v.literal('file'), id: v.string(), path: v.string(), bytes: v.string() })
/** `sha256` is that of every line before, each with its line feed. */
const end = v.strictObject({ kind: v.literal('end'), documents: v.number(), files: v.number(), sha256: v.string() })
const line = v.variant('kind', [head, document, file, end])

export type Head = v.InferOutput<typeof head>
export type FileLine = v.InferOutput<typeof file>
export interface DocumentLine { kind: 'document'; collection: Collection; doc: { _id: string } }
export type Line = Head | DocumentLine | FileLine | v.InferOutput<typeof end>

const DATE = '$date'
const isDate = (value: unknown): value is { [DATE]: string } => typeof value === 'object' && value !== null && DATE in value

/** `replacer` sees a Date as text already, so the holder is asked. */
export const encodeLine = (value: Line): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, said: unknown) {
    const held = this[key]
    return held instanceof Date ? { [DATE]: held.toISOString() } : said
  })

/** Throws when it is no line of an archive. */
export const decodeLine = (text: string): Line =>
  v.parse(line, JSON.parse(text, (_, value: unknown) => (isDate(value) ? new Date(value[DATE]) : value))) as Line

/** The ids of stored files that a document names, at any depth. */
export function fileIdsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('cloud://') ? [value] : []
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? Object.values(value).flatMap(fileIdsIn) : []
}

/** The same document with the ids that its files have in another environment. */
export function withFileIds<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return (ids.get(value) ?? value) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map((each: unknown) => withFileIds(each, ids)) as T
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withFileIds(each, ids)])) as T
}
