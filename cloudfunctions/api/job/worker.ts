import { callerOf } from '../../../cloud/gate/who'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { endJob, leaveJob, nextRows, takeJob, type JobDoc, type JobRowDoc } from '../../../cloud/repositories/jobs'
import { isStoreError } from '../../../cloud/store-error'
import { kindOf } from './kinds'
import { LeaseLost, workRow, type Turn } from './row'

/** Rows that are asked for at once. */
const BATCH = 50

/** As whom the rows are applied: who made the job, with the rights that he has now. null: his account is off. */
async function makerOf({ createdBy, _id }: JobDoc, scene: Scene): Promise<SignedIn | null> {
  const account = await scene.store.get('accounts', createdBy)
  return account?.active ? callerOf(account, { way: 'web', key: `job:${_id}`, token: '' }, scene) : null
}

/** false: the time was over before the last of them. */
async function workBatch(turn: Turn, rows: readonly JobRowDoc[], over: () => boolean): Promise<boolean> {
  for (const row of rows) {
    if (over()) return false
    await workRow(turn, row)
  }
  return true
}

/** Works rows until none is left (true) or the time is over. */
async function workRows(turn: Turn, over: () => boolean): Promise<boolean> {
  while (!over()) {
    const rows = await nextRows(turn.scene.store, turn.job, BATCH)
    if (!await workBatch(turn, rows, over)) return false
    if (rows.length < BATCH) return true
  }
  return false
}

/** A store that is busy or away is asked again by the next call; a lost lease means that another one goes on. */
function ifForAnother(scene: Scene, thrown: unknown): void {
  if (!(thrown instanceof LeaseLost) && !isStoreError(thrown)) throw thrown
  scene.log.info('job.interrupted', { reason: thrown instanceof LeaseLost ? 'lease-lost' : 'store' })
}

/**
 * Works a job for at most `budgetMs` under its lease; nothing happens when another one holds it. May be cut off anywhere and called again:
 * a row's state is written with what the row does.
 */
export async function workJob(scene: Scene, jobId: string, budgetMs: number): Promise<void> {
  const began = scene.clock.elapsed()
  const held = { jobId, token: scene.chance.newId() }
  const job = await takeJob(scene.store, held, scene.now)
  if (!job) return
  const turn: Turn = { scene, held, job, kind: kindOf(job), caller: await makerOf(job, scene) }
  try {
    if (await workRows(turn, () => scene.clock.elapsed() - began >= budgetMs)) await endJob(scene.store, held, scene.now)
  } catch (thrown) {
    ifForAnother(scene, thrown)
  } finally {
    await leaveJob(scene.store, held).catch(() => 0)
  }
}
