import type { Change, Condition, Where } from '../ports'
import type { Database } from './app'

type Command = Database['command']
/** What the SDK's `where` takes for one field. */
type SdkCondition = object | string | number | boolean | null
type Range = { from?: unknown; after?: unknown; to?: unknown; before?: unknown }

const RANGE = { from: 'gte', after: 'gt', to: 'lte', before: 'lt' } as const

function range(bounds: Range, command: Command): SdkCondition {
  const parts = (Object.keys(RANGE) as Array<keyof typeof RANGE>)
    .filter((bound) => bounds[bound] !== undefined)
    .map((bound) => command[RANGE[bound]](bounds[bound]))
  const [first, second] = parts
  if (!first || parts.length > 2) throw new TypeError('a range has one or two bounds')
  return second ? first.and(second) : first
}

function sdkCondition(condition: Condition, command: Command): SdkCondition {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date) return condition
  if ('in' in condition) return command.in([...condition.in])
  if ('all' in condition) return command.all([...condition.all])
  if ('not' in condition) return command.neq(condition.not)
  return range(condition, command)
}

/** The port's conditions in the SDK's words. Plain objects never pass: the SDK would spread them into other fields. */
export const sdkWhere = (where: Where, command: Command): Record<string, SdkCondition> =>
  Object.fromEntries(Object.entries(where).map(([path, condition]) => [path, sdkCondition(condition, command)]))

/** `_.set`, so that an object replaces what was there (the SDK merges plain objects, and drops empty ones). */
export const sdkChange = ({ set = {}, increment = {} }: Change, command: Command): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(set).map(([path, value]) => [path, command.set(value)])),
  ...Object.fromEntries(Object.entries(increment).map(([path, value]) => [path, command.inc(value)])),
})
