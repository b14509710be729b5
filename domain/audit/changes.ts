export type AuditValue = string | number | boolean | null
/** One field that an audited step touched; a list is told by how many it held. */
export interface AuditChange { field: string; before: AuditValue; after: AuditValue }

type State = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is AuditValue => value === null || ['string', 'number', 'boolean'].includes(typeof value)
const isState = (value: unknown): value is State => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** How deep what an entry holds is told; deeper parts are one value. */
const DEPTH = 3

function valueOf(value: unknown): AuditValue {
  if (isPlain(value)) return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.length
  return value === undefined ? null : JSON.stringify(value)
}

function flat(value: unknown, path: string, depth: number): Array<[string, AuditValue]> {
  if (isState(value) && depth < DEPTH) return Object.entries(value).flatMap(([name, part]) => flat(part, path === '' ? name : `${path}.${name}`, depth + 1))
  return path === '' ? [] : [[path, valueOf(value)]]
}

const isEmpty = (value: AuditValue): boolean => value === null || value === ''

/**
 * What an entry of the audit changed, field by field, in the entry's own order (B25). A list whose length stayed and whose members changed is
 * told by both lengths. What was empty before and after is not told.
 */
export function auditChanges(before: unknown, after: unknown): AuditChange[] {
  const [was, is] = [new Map(flat(before, '', 0)), new Map(flat(after, '', 0))]
  const fields = [...new Set([...was.keys(), ...is.keys()])]
  return fields.flatMap((field) => {
    const change = { field, before: was.get(field) ?? null, after: is.get(field) ?? null }
    return change.before === change.after || (isEmpty(change.before) && isEmpty(change.after)) ? [] : [change]
  })
}
