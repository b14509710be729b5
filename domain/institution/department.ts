/** 科室 or, at the top of the tree, 院区 (S52). */
export interface Department {
  id: string
  institutionId: string
  name: string
  /** `null`: top level. */
  parentId: string | null
}

type Node = Pick<Department, 'id' | 'parentId'>

/**
 * The given departments and everything below them, each once. A scope is stored as the few ids an administrator
 * chose and expanded where it is used, so a department added later falls under its parent. Survives a cycle.
 */
export function withDescendants(departments: readonly Node[], ids: readonly string[]): string[] {
  const childrenOf = new Map<string, string[]>()
  for (const { id, parentId } of departments) {
    if (parentId !== null) childrenOf.set(parentId, [...(childrenOf.get(parentId) ?? []), id])
  }
  const reached = new Set<string>(ids)
  for (const id of reached) {
    for (const child of childrenOf.get(id) ?? []) reached.add(child)
  }
  return [...reached]
}

/** From the top level down to the department itself; empty when it is unknown. Survives a cycle. */
export function pathTo<T extends Node>(departments: readonly T[], id: string): T[] {
  const byId = new Map(departments.map((department) => [department.id, department]))
  const path: T[] = []
  let next = byId.get(id)
  while (next && !path.includes(next)) {
    path.unshift(next)
    next = next.parentId === null ? undefined : byId.get(next.parentId)
  }
  return path
}

/** Each followed by what lies below it, those beside each other as they came; what hangs on nothing known stands at the top. Survives a cycle. */
export function inTreeOrder<T extends Node>(departments: readonly T[]): T[] {
  const known = new Set(departments.map(({ id }) => id))
  const ordered = new Set<T>()
  const put = (department: T): void => {
    if (ordered.has(department)) return
    ordered.add(department)
    for (const child of departments) if (child.parentId === department.id) put(child)
  }
  for (const department of departments) if (department.parentId === null || !known.has(department.parentId)) put(department)
  for (const department of departments) put(department)
  return [...ordered]
}
