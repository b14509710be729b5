export type HistoryValue = string | number | boolean | null
export interface FieldChange { field: string; before: HistoryValue; after: HistoryValue; added: number; removed: number }

type State = Readonly<Record<string, unknown>>

const stateOf = (value: unknown): State => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as State) : {})
const isPlain = (value: unknown): value is HistoryValue => value === null || ['string', 'number', 'boolean'].includes(typeof value)
const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
/** What was ticked, as the list of its names. */
const ticked = (value: unknown): unknown => (isPlain(value) || Array.isArray(value) || value === undefined ? value : Object.entries(stateOf(value)).flatMap(([name, on]) => (on === true ? [name] : [])))

function changeOf(field: string, was: unknown, is: unknown): FieldChange | null {
  const [before, after] = [ticked(was), ticked(is)]
  if (Array.isArray(before) || Array.isArray(after)) return listChange(field, idsOf(before), idsOf(after))
  const plain = { before: isPlain(before) ? before : null, after: isPlain(after) ? after : null }
  return plain.before === plain.after ? null : { field, ...plain, added: 0, removed: 0 }
}

/** Only of files does the order say something: the first stands for all in lists and packs. */
const isMoved = (field: string, before: readonly string[], after: readonly string[]): boolean => field === 'attachmentIds' && before.join(' ') !== after.join(' ')

function listChange(field: string, before: readonly string[], after: readonly string[]): FieldChange | null {
  const added = after.filter((id) => !before.includes(id)).length
  const removed = before.filter((id) => !after.includes(id)).length
  return added + removed === 0 && !isMoved(field, before, after) ? null : { field, before: before.length, after: after.length, added, removed }
}

/**
 * Which fields an audited change touched. Lists are told by how many came and went; a first entry has no former state and therefore no changes.
 * `handling` and `kind` are told by the operation itself.
 */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  if (before === null || before === undefined) return []
  const [was, is] = [stateOf(before), stateOf(after)]
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => field !== 'handling' && field !== 'kind')
  return fields.flatMap((field) => changeOf(field, was[field], is[field]) ?? [])
}

/** Which ids of a list an audited change took away. */
export function removedIds(field: string, before: unknown, after: unknown): string[] {
  const left = idsOf(stateOf(after)[field])
  return idsOf(stateOf(before)[field]).filter((id) => !left.includes(id))
}
