import * as v from 'valibot'
import type { Operation } from '../../contract/operation'
import { masked, seesPersonal } from '../../domain/account/personal'
import type { PersonalKind } from '../../domain/account/personal-mark'
import type { Role } from '../../domain/account/role'

/** What is read of a schema. */
interface Shape {
  type: string
  entries?: Readonly<Record<string, Shape>>
  item?: Shape
  wrapped?: Shape
  options?: readonly Shape[]
  pipe?: ReadonlyArray<{ type: string; metadata?: { personal?: PersonalKind } }>
}
type Mask = (value: unknown) => unknown

const markOf = ({ pipe = [] }: Shape): PersonalKind | undefined => pipe.find(({ type }) => type === 'metadata')?.metadata?.personal

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Nothing to hide is null: most of an answer is left as it is, unlooked at. */
const MASKS: Readonly<Record<string, (shape: Shape) => Mask | null>> = {
  strict_object: ({ entries = {} }) => {
    const within = Object.entries(entries).flatMap(([key, entry]) => { const mask = maskFor(entry); return mask ? [[key, mask] as const] : [] })
    if (within.length === 0) return null
    return (value) => (isObject(value) ? { ...value, ...Object.fromEntries(within.filter(([key]) => key in value).map(([key, mask]) => [key, mask(value[key])])) } : value)
  },
  array: ({ item }) => {
    const mask = item ? maskFor(item) : null
    return mask && ((value) => (Array.isArray(value) ? value.map(mask) : value))
  },
  optional: ({ wrapped }) => unlessMissing(wrapped),
  nullable: ({ wrapped }) => unlessMissing(wrapped),
  variant: ({ options = [] }) => {
    const ways = options.map((option) => [option, maskFor(option)] as const)
    if (ways.every(([, mask]) => mask === null)) return null
    return (value) => ways.find(([option]) => v.safeParse(option as unknown as v.GenericSchema, value).success)?.[1]?.(value) ?? value
  },
}

function unlessMissing(wrapped: Shape | undefined): Mask | null {
  const mask = wrapped ? maskFor(wrapped) : null
  return mask && ((value) => (value === null || value === undefined ? value : mask(value)))
}

function maskFor(shape: Shape): Mask | null {
  const kind = markOf(shape)
  return kind === undefined ? MASKS[shape.type]?.(shape) ?? null : (value) => masked(kind, value)
}

const known = new WeakMap<Operation, { mask: Mask | null }>()

function maskOf(operation: Operation): Mask | null {
  const found = known.get(operation) ?? { mask: maskFor(operation.output as unknown as Shape) }
  known.set(operation, found)
  return found.mask
}

/** The answer as its caller is to see it (architecture §8): what the contract marks as personal is masked for whoever need not see it, unless it is his own. */
export function maskedFor(operation: Operation, output: unknown, role: Role | undefined): unknown {
  if (operation.own || (role !== undefined && seesPersonal(role))) return output
  return maskOf(operation)?.(output) ?? output
}
