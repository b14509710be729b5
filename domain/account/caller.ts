import type { Role } from './role'

/** Who speaks to us, as the gate found out; never as the client says. */
export interface Caller {
  accountId: string
  institutionId: string
  role: Role
  /** The scope, already expanded to everything below (see `withDescendants`). Not used for roles that see the whole institution. */
  departmentIds: readonly string[]
  name: string
}
