import { isFields } from './document-path'
import { invalidParam, requestFailed } from './store-error'
import { received, refuseFieldNames } from './stored-value'
import type { Document, Query } from './types'
import { addToSet, pop, pull, pullAll, push } from './update-arrays'
import { placesOf, runsThroughArray, setAt, valueAt, type Place } from './update-places'
import { bytesOf } from './value-order'
import { applies, operatorApplies } from '../rules/rules'

/** Update operators with MongoDB's rules: what it refuses is refused, nothing is skipped in silence. */
type Change = Record<string, unknown>

const numberAt = (place: Place, operator: string, operand: unknown): number => {
  if (typeof operand !== 'number') throw requestFailed(`Cannot ${operator} with non-numeric argument: {${place.key}: ${JSON.stringify(operand)}}`)
  const found = valueAt(place)
  const value = found === undefined && applies('update.missing-is-zero') ? 0 : found
  if (typeof value !== 'number' && !applies('update.numbers-only')) return 0
  if (typeof value !== 'number') throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type: the field '${place.key}' holds ${JSON.stringify(value)}`)
  return value
}

const set = (place: Place, operand: unknown): void => {
  refuseFieldNames(operand)
  setAt(place, operand)
}

const unset = (place: Place): void => {
  if (!Array.isArray(place.holder)) delete place.holder[place.key]
  else if (!applies('update.unset-element')) place.holder.splice(place.key as number, 1)
  else if (valueAt(place) !== undefined) setAt(place, null)
}

const keep = (wins: (operand: string, value: string) => boolean) => (place: Place, operand: unknown): void => {
  const value = valueAt(place)
  if (value === undefined ? applies('update.extremes-set-missing') : wins(bytesOf(operand), bytesOf(value))) set(place, operand)
}

interface Operator { create: boolean; apply: (place: Place, operand: unknown) => void }

const OPERATORS: Record<string, Operator> = {
  $set: { create: true, apply: set },
  $unset: { create: false, apply: unset },
  $inc: { create: true, apply: (place, operand) => setAt(place, numberAt(place, '$inc', operand) + (operand as number)) },
  $mul: { create: true, apply: (place, operand) => setAt(place, numberAt(place, '$mul', operand) * (operand as number)) },
  $min: { create: true, apply: keep((operand, value) => operand < value) },
  $max: { create: true, apply: keep((operand, value) => operand > value) },
  $push: { create: true, apply: push },
  $addToSet: { create: true, apply: addToSet },
  $pop: { create: false, apply: pop },
  $pull: { create: false, apply: pull },
  $pullAll: { create: false, apply: pullAll },
}

const isUpdatePart = (part: string): boolean => part !== '' && (!part.startsWith('$') || part === '$' || part === '$[]')

const refusePath = (path: string): void => {
  const isPath = path.split('.').every(isUpdatePart) && !path.startsWith('$')
  if (!isPath && applies('update.path-names')) throw requestFailed(`The update path '${path}' contains an empty field name or one that starts with a dollar sign, which is not allowed.`)
}

const refuseConflicts = (paths: readonly string[]): void => {
  if (!applies('update.conflicts')) return
  const sorted = [...paths].sort()
  sorted.forEach((path, at) => {
    const other = sorted.find((candidate, position) => position !== at && (candidate === path || path.startsWith(`${candidate}.`)))
    if (other !== undefined) throw requestFailed(`Updating the path '${path}' would create a conflict at '${other}'`)
  })
}

const refuseOperator = (name: string, fields: unknown): void => {
  if (!name.startsWith('$')) throw invalidParam('The update must consist of update operators: a field without one would replace the document.')
  const isKnown = (name in OPERATORS || name === '$rename') && operatorApplies('update', name)
  if (!isKnown) throw requestFailed(`Unknown modifier: ${name}`)
  if (!isFields(fields) || Object.keys(fields).length === 0) throw invalidParam(`'${name}' is empty. You must specify a field like so: {${name}: {<field>: ...}}`)
}

const targetsOf = (name: string, fields: Record<string, unknown>): string[] => {
  if (name !== '$rename') return Object.keys(fields)
  if (!Object.values(fields).every((target) => typeof target === 'string')) throw requestFailed("The 'to' field for $rename must be a string")
  return [...Object.keys(fields), ...(Object.values(fields) as string[])]
}

/** Refuses what no document could make right: no operator, an unknown one, no field, a path that is none, two changes of one path. */
export const refuseChange = (change: Change): void => {
  const entries = Object.entries(change)
  if (entries.length === 0) throw invalidParam('The update is empty: it must change at least one field.')
  for (const [name, fields] of entries) refuseOperator(name, fields)
  const paths = entries.flatMap(([name, fields]) => targetsOf(name, fields as Record<string, unknown>))
  paths.forEach(refusePath)
  refuseConflicts(paths)
}

/** Refuses a whole document that holds operators. */
export const refuseReplacement = (document: Change): void => refuseFieldNames(document)

const rename = (document: Document, from: string, to: string): void => {
  const positional = [from, to].some((path) => path.split('.').some((part) => part.startsWith('$')))
  if (positional || runsThroughArray(document, from) || runsThroughArray(document, to)) throw requestFailed(`The source and target field for $rename must not be within an array: '${from}', '${to}'`)
  const [source] = placesOf(document, from, { create: false, query: {} })
  const value = source && valueAt(source)
  if (!source || value === undefined) return
  unset(source)
  for (const target of placesOf(document, to, { create: true, query: {} })) setAt(target, value)
}

const applyOperator = (document: Document, name: string, { fields, query }: { fields: Record<string, unknown>; query: Query }): void => {
  const operator = OPERATORS[name]
  for (const [path, operand] of Object.entries(fields)) {
    if (!operator) rename(document, path, String(operand))
    else placesOf(document, path, { create: operator.create, query }).forEach((place) => operator.apply(place, operand))
  }
}

const refuseOtherId = (before: Document, after: Document): void => {
  if (after._id !== before._id && applies('update.id-fixed')) throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
}

/** The document after the change; the one given stays as it is. `change` has passed `refuseChange`. @throws StoreError */
export const updatedDocument = (document: Document, change: Change, query: Query): Document => {
  const copy = received(document, new Date(0))
  for (const [name, fields] of Object.entries(received(change, new Date(0)))) applyOperator(copy, name, { fields: fields as Record<string, unknown>, query })
  refuseOtherId(document, copy)
  return copy
}

/** The whole new document under the old `_id`. */
export const replacedDocument = (document: Document, replacement: Change): Document => {
  const kept = applies('update.replaces') ? {} : document
  const whole = { ...kept, ...received(replacement, new Date(0)), _id: replacement._id ?? document._id } as Document
  refuseOtherId(document, whole)
  return whole
}

/** Whether two states of a document differ: CloudBase counts as updated only what changed. */
export const differs = (before: Document, after: Document): boolean => bytesOf(before) !== bytesOf(after) || !applies('update.counts-changed')

