const ours = new WeakSet<object>()

function copied(value: object): object {
  // Not `structuredClone`: its Dates are of another realm inside the test runner.
  if (value instanceof Date) return new Date(value.getTime())
  if (Array.isArray(value)) return value.map(kept)
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) copy[key] = kept((value as Record<string, unknown>)[key])
  return copy
}

/**
 * A frozen copy of what a document holds; what is such a copy already is shared. Whoever reads it needs no copy of his own, and whoever
 * tries to change what he read is told so by a TypeError.
 */
export function kept<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ours.has(value)) return value
  const copy = Object.freeze(copied(value))
  ours.add(copy)
  return copy as T
}
