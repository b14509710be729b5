import { isFields, isPosition, pathOf, someAt } from './document-path'
import { matcherOf } from './mongo-dialect'
import { requestFailed } from './store-error'
import type { Query } from './types'
import { applies } from '../rules/rules'

/** A field of an object or an element of an array: where an update operator works. */
export type Place = { holder: Record<string, unknown>; key: string } | { holder: unknown[]; key: number }

/** `create`: objects are made on the way; without it a missing way leads nowhere. `query` decides which element `$` stands for. */
interface Way { create: boolean; query: Query }

interface Walk extends Way { path: string; parts: readonly string[] }

const MOST_PADDING = 1_500_000

export const valueAt = (place: Place): unknown => {
  if (Array.isArray(place.holder)) return place.holder[place.key as number]
  return Object.hasOwn(place.holder, place.key) ? place.holder[place.key] : undefined
}

/** Writes a value; elements that an array lacks before it become null. */
export const setAt = (place: Place, value: unknown): void => {
  if (!Array.isArray(place.holder)) {
    place.holder[place.key] = value
    return
  }
  const at = place.key as number
  if (at - place.holder.length > MOST_PADDING) throw requestFailed(`can't backfill more than ${MOST_PADDING} elements`)
  while (applies('update.padding') && place.holder.length < at) place.holder.push(null)
  place.holder[Math.min(at, place.holder.length)] = value
}

const conditionsOn = (query: Query, array: string): Query[] => Object.entries(query).flatMap(([name, asked]) => {
  if (name === '$and' && Array.isArray(asked)) return asked.filter(isFields).flatMap((part) => conditionsOn(part, array))
  return name === array || name.startsWith(`${array}.`) ? [{ [name]: asked }] : []
})

const holding = (array: string, element: unknown): unknown => pathOf(array).reduceRight<unknown>((inner, name) => ({ [name]: inner }), [element])

/** The first element that the query's conditions on this array hold for. */
const matchedPosition = (array: readonly unknown[], at: number, walk: Walk): number => {
  if (!applies('update.positional')) return 0
  const path = walk.parts.slice(0, at).join('.')
  const tests = conditionsOn(walk.query, path).map(matcherOf)
  const position = tests.length === 0 ? -1 : array.findIndex((element) => tests.every((test) => test(holding(path, element))))
  if (position < 0 && !applies('update.positional-match')) return 0
  if (position < 0) throw requestFailed('The positional operator did not find the match needed from the query.')
  return position
}

const everyPosition = (array: readonly unknown[]): number[] => [...array.keys()].slice(0, applies('update.all-positions') ? undefined : 1)

const positionsOf = (array: readonly unknown[], at: number, walk: Walk): number[] => {
  const part = walk.parts[at] ?? ''
  if (part === '$[]') return everyPosition(array)
  if (part === '$') return [matchedPosition(array, at, walk)]
  if (isPosition(part)) return [Number(part)]
  if (walk.create && applies('update.array-by-name')) throw requestFailed(`Cannot create field '${part}' in element {${walk.parts[at - 1]}: ${JSON.stringify(array)}}`)
  return []
}

const placesIn = (holder: Record<string, unknown> | unknown[], at: number, walk: Walk): Place[] => {
  if (Array.isArray(holder)) return positionsOf(holder, at, walk).map((key) => ({ holder, key }))
  const key = walk.parts[at] ?? ''
  if (key.startsWith('$')) throw requestFailed(`The path '${walk.path}' must exist in the document in order to apply array updates.`)
  return [{ holder, key }]
}

const onward = (place: Place, at: number, walk: Walk): Place[] => {
  const value = valueAt(place)
  if (isFields(value) || Array.isArray(value)) return placesFrom(value, at, walk)
  if (!walk.create) return []
  if (value !== undefined && applies('update.through-scalar')) throw requestFailed(`Cannot create field '${walk.parts[at]}' in element {${place.key}: ${JSON.stringify(value)}}`)
  const made: Record<string, unknown> = {}
  setAt(place, made)
  return placesFrom(made, at, walk)
}

const placesFrom = (holder: Record<string, unknown> | unknown[], at: number, walk: Walk): Place[] => {
  const places = placesIn(holder, at, walk)
  return at === walk.parts.length - 1 ? places : places.flatMap((place) => onward(place, at + 1, walk))
}

/** Where a dotted path leads in a document. @throws StoreError when it runs through a scalar, null, or an array by a name. */
export const placesOf = (document: Record<string, unknown>, path: string, way: Way): Place[] => placesFrom(document, 0, { ...way, path, parts: pathOf(path) })

/** Whether an array lies on the way to a path's end. */
export const runsThroughArray = (document: unknown, path: string): boolean => {
  const parts = pathOf(path)
  return parts.some((_, at) => at > 0 && someAt(document, parts.slice(0, at), Array.isArray))
}
