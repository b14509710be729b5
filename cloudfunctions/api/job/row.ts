import { may } from '../../../domain/account/permissions'
import { fail, isFailure } from '../../../domain/kernel/failure'
import { boundedTransaction } from '../../../cloud/gate/bounded-transaction'
import type { AuditNote, Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { AuditDoc } from '../../../cloud/documents'
import type { Transaction } from '../../../cloud/ports'
import type { Held, JobDoc, JobRowDoc } from '../../../cloud/repositories/jobs'
import { isStoreError } from '../../../cloud/store-error'
import type { JobKind, RowDone, RowScene } from './kind'

/** One turn at a job: as whom it is worked (null: his account is off) and under which lease. */
export interface Turn { scene: Scene; held: Held; job: JobDoc; kind: JobKind; caller: SignedIn | null }
type Problem = JobRowDoc['problems'][number]

/** Another one holds the job by now: this turn writes nothing more. */
export class LeaseLost extends Error {}

/** Somebody else was faster as often as this: the next call tries the row again, for all who enter a device want the one counter. */
const ROUNDS = 4

/** Applies one row, or takes it back, in one transaction with its state; what fails as expected refuses the row and nothing else. */
export async function workRow(turn: Turn, row: JobRowDoc): Promise<void> {
  try {
    await inRounds(turn, row)
  } catch (thrown) {
    if (thrown instanceof LeaseLost || isStoreError(thrown)) throw thrown
    await refuse(turn, row, problemsOf(turn, row, thrown))
  }
}

async function inRounds(turn: Turn, row: JobRowDoc): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const done = await attempt(turn, row).catch((thrown: unknown) => ifOvertaken(thrown, round === ROUNDS))
    if (done) return afterwards(turn, done)
  }
  fail('busy')
}

/** A taken key that stays taken would be so in every call: that row is told to be tried again by a person. */
function ifOvertaken(thrown: unknown, last: boolean): null {
  if (isStoreError(thrown, 'duplicate') || (isStoreError(thrown, 'conflict') && !last)) return null
  throw thrown
}

async function attempt(turn: Turn, row: JobRowDoc): Promise<RowDone> {
  const { scene, job, kind } = turn
  const caller = turn.caller ?? fail('account.off')
  if (!may(caller, kind.may).allowed) fail('forbidden', { reason: 'role' })
  const at: RowScene = { ...scene, caller, job, row }
  const prepared = job.state === 'undoing' ? null : await kind.prepare?.(row.data, at)
  return scene.store.transaction((tx) => settle(turn, { at, prepared }, tx))
}

async function settle(turn: Turn, { at, prepared }: { at: RowScene; prepared: unknown }, tx: Transaction): Promise<RowDone> {
  const undoing = isUndoing(turn)
  const row = await ours(turn, at.row, tx)
  if (row.state !== (undoing ? 'applied' : 'pending')) return { subjectId: row.subjectId }
  const bounded = boundedTransaction(tx)
  const work = { ...at, row, tx: bounded }
  const done = undoing ? await undo(turn.kind, row, { ...work, prepared: null }) : await turn.kind.apply(row.data, { ...work, prepared })
  for (const note of done.audit ?? []) await bounded.add('audit', auditDoc(note, turn, at))
  await bounded.set('job_rows', undoing ? takenBack(row) : applied(row, done))
  // The count is the runner's own, beside what one change may write.
  await tx.change('jobs', turn.job._id, { increment: { applied: undoing ? -1 : 1 } })
  return done
}

const isUndoing = ({ job }: Turn): boolean => job.state === 'undoing'
const takenBack = (row: JobRowDoc): JobRowDoc => ({ ...row, state: 'undone', problems: [] })
const applied = (row: JobRowDoc, { subjectId, before = null }: RowDone): JobRowDoc => ({ ...row, state: 'applied', problems: [], subjectId, before })

const undo = (kind: JobKind, row: JobRowDoc, work: Parameters<NonNullable<JobKind['undo']>>[1]): Promise<RowDone> =>
  kind.undo?.(row.data, work) ?? fail('job.no-undo')

/** The row as it is now, if the job is still in these hands. */
async function ours({ held, job }: Turn, { _id }: JobRowDoc, tx: Transaction): Promise<JobRowDoc> {
  const [now, row] = [await tx.get('jobs', job._id), await tx.get('job_rows', _id)]
  if (now?.lease?.token !== held.token || !row) throw new LeaseLost()
  return row
}

/** A row that cannot be taken back is kept as it is, and says why. */
async function refuse(turn: Turn, { _id }: JobRowDoc, problems: Problem[]): Promise<void> {
  const undoing = isUndoing(turn)
  await turn.scene.store.transaction(async (tx) => {
    const row = await ours(turn, { _id } as JobRowDoc, tx)
    if (row.state !== (undoing ? 'applied' : 'pending')) return
    await tx.set('job_rows', { ...row, state: undoing ? 'kept' : 'refused', problems })
    if (!undoing) await tx.change('jobs', turn.job._id, { increment: { refused: 1 } })
  })
}

/** A mistake of ours refuses its row too: it would fail for ever, and everything behind it would wait. */
function problemsOf({ scene, job }: Turn, { row }: JobRowDoc, thrown: unknown): Problem[] {
  if (!isFailure(thrown)) {
    scene.log.error('job.row-failed', { kind: job.kind, row, error: thrown instanceof Error ? thrown.message : 'unknown' })
    return [{ field: '', code: 'unexpected', detail: '' }]
  }
  const { fields, ...rest } = thrown.detail
  if (fields) return Object.entries(fields).map(([field, code]) => ({ field, code, detail: '' }))
  return [{ field: '', code: thrown.code, detail: Object.keys(rest).length > 0 ? JSON.stringify(rest) : '' }]
}

const auditDoc = (note: AuditNote, { scene, job }: Turn, { caller }: RowScene): AuditDoc => ({
  _id: scene.chance.newId(), schema: 1, institutionId: job.institutionId, at: scene.now, accountId: caller.accountId, accountName: caller.name,
  operation: `job.${job.kind}`, subject: note.subject, before: note.before, after: note.after,
})

const afterwards = async ({ scene, job }: Turn, done: RowDone): Promise<void> => {
  await done.afterwards?.().catch((thrown: unknown) => scene.log.error('afterwards-failed', { operation: `job.${job.kind}`, message: String(thrown) }))
}
