import type { Action } from '../../../domain/account/permissions'
import type { AuditNote, Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import type { JobDoc, JobRowDoc } from '../../../cloud/repositories/jobs'

/** What one row sees: the ports, one instant, and who made the job as he may act now. */
export interface RowScene extends Scene { caller: SignedIn; job: JobDoc; row: JobRowDoc }
/** Writes go through `tx`, in one transaction with the row's state; `prepared` is what the questions before it brought. */
export interface RowWork<P> extends RowScene { tx: Transaction; prepared: P }

export interface RowDone {
  /** What was made or changed. */
  subjectId: string
  audit?: AuditNote[]
  /** Kept with the row for `undo`. */
  before?: unknown
  /** Best effort after the commit: nothing may depend on it. */
  afterwards?: () => Promise<void>
}

/**
 * One kind of job. A row is applied at most once, whoever runs the job how often. An expected failure (`fail`, `failOnFields`) refuses the row
 * with its code and undoes what the row wrote; the others go on.
 */
interface Shape<D, P> {
  /** Without it no row is applied; each row still asks `mustDo` about its own subject. */
  may: Action
  /** Questions to the store before the transaction. */
  prepare?(data: D, scene: RowScene): Promise<P>
  /** May run again when another transaction was faster. */
  apply(data: D, work: RowWork<P>): Promise<RowDone>
  /** Absent: it cannot be undone. `work.row` holds `before` and `subjectId`. A failure keeps the row as it is. */
  undo?(data: D, work: RowWork<null>): Promise<RowDone>
}
export type JobKind = Shape<unknown, unknown>

/** Declares a kind; `D` is what its rows carry, which nobody but the kind writes. */
export const jobKind = <D, P = null>(shape: Shape<D, P>): JobKind => ({
  may: shape.may,
  prepare: async (data, scene) => (shape.prepare ? shape.prepare(data as D, scene) : null),
  apply: (data, work) => shape.apply(data as D, work as RowWork<P>),
  ...(shape.undo && { undo: (data: unknown, work: RowWork<null>) => shape.undo?.(data as D, work) ?? Promise.reject(new TypeError('no undo')) }),
})
