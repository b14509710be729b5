import type { GenericSchema } from 'valibot'
import { id } from '../../../contract/shapes'

/** One place in an input that holds a single value; `*` stands for any element of an array or any key of a record. */
export interface Leaf { path: readonly string[]; schema: Shape }

/** What we read of a valibot schema. */
export interface Shape {
  type: string
  entries?: Readonly<Record<string, Shape>>
  item?: Shape
  wrapped?: Shape
  options?: readonly unknown[]
  key?: Shape
  value?: Shape
  pipe?: ReadonlyArray<{ type: string; requirement?: unknown }>
}

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && 'type' in value

const WITHIN: Readonly<Record<string, (schema: Shape) => ReadonlyArray<readonly [string | null, Shape]>>> = {
  strict_object: ({ entries = {} }) => Object.entries(entries),
  object: ({ entries = {} }) => Object.entries(entries),
  array: ({ item }) => (item ? [['*', item]] : []),
  record: ({ value }) => (value ? [['*', value]] : []),
  optional: ({ wrapped }) => (wrapped ? [[null, wrapped]] : []),
  nullable: ({ wrapped }) => (wrapped ? [[null, wrapped]] : []),
  nullish: ({ wrapped }) => (wrapped ? [[null, wrapped]] : []),
  variant: ({ options = [] }) => options.filter(isShape).map((option) => [null, option]),
  union: ({ options = [] }) => options.filter(isShape).map((option) => [null, option]),
}

function leavesIn(schema: Shape, path: readonly string[]): Leaf[] {
  const within = WITHIN[schema.type]?.(schema)
  if (!within) return [{ path, schema }]
  return within.flatMap(([key, inner]) => leavesIn(inner, key === null ? path : [...path, key]))
}

/** Every single value that an input can hold. */
export const leavesOf = (schema: GenericSchema): Leaf[] => leavesIn(schema as unknown as Shape, [])

const ID_PATTERN = (id as unknown as { pipe: ReadonlyArray<{ requirement?: RegExp }> }).pipe[1]?.requirement?.source

const matchesIds = ({ pipe = [] }: Shape): boolean => pipe.some(({ requirement }) => requirement instanceof RegExp && requirement.source === ID_PATTERN)

/** Ids of the providers' own consoles, and what a phone sends from them: nothing of ours lies under them. */
const NOT_OURS = /^(appId|templateId|digestTemplateId|secretId)$/

/** It names one of our documents: by the contract's `id`, or by its own name. */
export function isIdLeaf({ path, schema }: Leaf): boolean {
  const name = [...path].reverse().find((key) => key !== '*') ?? ''
  if (NOT_OURS.test(name) || schema.type !== 'string') return false
  return matchesIds(schema) || /^ids?$|Ids?$/.test(name)
}

export const isTextLeaf = (leaf: Leaf): boolean => leaf.schema.type === 'string' && !isIdLeaf(leaf)

/** The values at a path of an input, each with where exactly it stands. */
export function valuesAt(input: unknown, path: readonly string[]): Array<{ at: readonly string[]; value: unknown }> {
  const [key, ...rest] = path
  if (key === undefined) return [{ at: [], value: input }]
  if (typeof input !== 'object' || input === null) return []
  const keys = key === '*' ? Object.keys(input) : Object.keys(input).filter((each) => each === key)
  return keys.flatMap((each) => valuesAt((input as Record<string, unknown>)[each], rest).map(({ at, value }) => ({ at: [each, ...at], value })))
}

/** A copy of the input with one value put in its place. */
export function withValueAt(input: unknown, at: readonly string[], value: unknown): unknown {
  const [key, ...rest] = at
  if (key === undefined) return value
  if (Array.isArray(input)) return input.map((each, index) => (String(index) === key ? withValueAt(each, rest, value) : (each as unknown)))
  const object = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>
  return { ...object, [key]: withValueAt(object[key], rest, value) }
}
