import { isFields } from './document-path'
import { matcherOf } from './mongo-dialect'
import { equals } from './query-operators'
import { sortedDocuments } from './sort-documents'
import { requestFailed } from './store-error'
import type { Document } from './types'
import { setAt, valueAt, type Place } from './update-places'
import { byBytes, bytesOf } from './value-order'
import { applies, operatorApplies } from '../rules/rules'

const arrayAt = (place: Place, operator: string): unknown[] | null => {
  const value = valueAt(place)
  if (value === undefined || (!Array.isArray(value) && !applies('update.arrays-only'))) return null
  if (!Array.isArray(value)) throw requestFailed(`Cannot apply ${operator} to a non-array field: '${place.key}' holds ${JSON.stringify(value)}`)
  return value
}

const PUSH_CLAUSES = new Set(['$each', '$position', '$slice', '$sort'])

interface Push { each: unknown[]; position: number; slice: number | null; sort: unknown }

const wholeNumber = (value: unknown, name: string): number => {
  if (!Number.isInteger(value)) throw requestFailed(`The value for ${name} must be an integer value`)
  return value as number
}

const pushOf = (operand: unknown): Push => {
  if (!isFields(operand) || !('$each' in operand)) return { each: [operand], position: Infinity, slice: null, sort: undefined }
  const unknown = Object.keys(operand).find((name) => !PUSH_CLAUSES.has(name) || !operatorApplies('update', name))
  if (unknown) throw requestFailed(`Unrecognized clause in $push: ${unknown}`)
  const { $each, $position, $slice, $sort } = operand
  if (!Array.isArray($each)) throw requestFailed('The argument to $each in $push must be an array')
  return {
    each: $each,
    position: $position === undefined ? Infinity : wholeNumber($position, '$position'),
    slice: $slice === undefined ? null : wholeNumber($slice, '$slice'),
    sort: $sort,
  }
}

const sortedArray = (array: unknown[], sort: unknown): unknown[] => {
  if (sort === undefined) return array
  if (isFields(sort)) return sortedDocuments(array as Document[], sort as Record<string, 1 | -1>, Infinity)
  if (sort !== 1 && sort !== -1) throw requestFailed('The $sort element value must be either 1 or -1')
  return [...array].sort((a, b) => sort * byBytes(bytesOf(a), bytesOf(b)))
}

const sliced = (array: unknown[], slice: number | null): unknown[] => {
  if (slice === null) return array
  if (slice === 0) return []
  return slice > 0 ? array.slice(0, slice) : array.slice(slice)
}

export const push = (place: Place, operand: unknown): void => {
  const { each, position, slice, sort } = pushOf(operand)
  const array = [...(arrayAt(place, '$push') ?? [])]
  array.splice(Math.min(position, array.length), 0, ...each)
  setAt(place, sliced(sortedArray(array, sort), slice))
}

const eachOf = (operand: unknown): unknown[] => {
  if (!isFields(operand) || !('$each' in operand) || !operatorApplies('update', '$each')) return [operand]
  if (!Array.isArray(operand.$each)) throw requestFailed('The argument to $each in $addToSet must be an array')
  return operand.$each
}

export const addToSet = (place: Place, operand: unknown): void => {
  const array = [...(arrayAt(place, '$addToSet') ?? [])]
  const present = new Set(array.map(bytesOf))
  for (const value of eachOf(operand)) {
    const bytes = bytesOf(value)
    if (!present.has(bytes)) array.push(value)
    present.add(bytes)
  }
  setAt(place, array)
}

export const pop = (place: Place, operand: unknown): void => {
  if (operand !== 1 && operand !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${JSON.stringify(operand)}`)
  const array = arrayAt(place, '$pop')
  if (array) setAt(place, operand === 1 ? array.slice(0, -1) : array.slice(1))
}

const hasOperators = (value: Record<string, unknown>): boolean => Object.keys(value).some((name) => name.startsWith('$'))

const pulledBy = (operand: unknown): ((value: unknown) => boolean) => {
  if (isFields(operand) && !applies(hasOperators(operand) ? 'update.pull-condition' : 'update.pull-fields')) return equals(operand)
  if (!isFields(operand)) return operand instanceof RegExp ? pulledBy({ $regex: operand }) : equals(operand)
  if (!hasOperators(operand)) {
    const matches = matcherOf(operand)
    return (value) => isFields(value) && matches(value)
  }
  const matches = matcherOf({ value: operand })
  return (value) => matches({ value })
}

export const pull = (place: Place, operand: unknown): void => {
  const array = arrayAt(place, '$pull')
  const pulled = pulledBy(operand)
  if (array) setAt(place, array.filter((value) => !pulled(value)))
}

export const pullAll = (place: Place, operand: unknown): void => {
  if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument')
  const array = arrayAt(place, '$pullAll')
  const pulled = new Set(operand.map(bytesOf))
  if (array) setAt(place, array.filter((value) => !pulled.has(bytesOf(value))))
}
