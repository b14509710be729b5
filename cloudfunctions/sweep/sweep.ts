import { dayOf } from '../../domain/kernel/civil-day'
import { endLeftOverBonds } from '../../cloud/end-bonds'
import { MIGRATIONS, migrateBatch } from '../../cloud/migrations'
import type { Ports } from '../../cloud/ports'
import { beat } from '../../cloud/repositories/due-runs'
import { rotateSecrets } from '../../cloud/repositories/channel-settings'
import { walkCovers } from '../../cloud/repositories/cover-walk'
import { reckonLeftOver } from '../../cloud/repositories/reckon-anew'
import { settleOwedCopies } from '../../cloud/repositories/device-copies'
import { removeOldest } from '../../cloud/repositories/litter'
import { dropStagedFiles } from '../../cloud/repositories/staged-files'
import { dropOldJob } from '../../cloud/repositories/old-jobs'
import { litterAt, oldJobs, staleUploads } from './litter'
import { retainNext } from './retain'

export type SweepPorts = Pick<Ports, 'store' | 'files' | 'clock' | 'log' | 'box' | 'lines'>

/** How many documents went, by collection, and whether everything that was to go is gone. */
export interface SweepReport { removed: Record<string, number>; complete: boolean }

/** Of the 60 s that the function may run, nothing begins after these. */
const BUDGET_MS = 40_000
const BATCH = 500
/** Each has a file, and the storage deletes fifty per call. */
const FILES = 100
/** Each may have many certificates. */
const DEVICES = 100
/** Each has certificates that one update moves. */
const INSTITUTIONS = 100

/** `batch` answers how many documents it took; fewer than `size`: that was the last. A step that only looks removes none. */
interface Step { name: string; size: number; looks?: true; batch(): Promise<number> }

function stepsOf({ store, files, clock, box, lines }: SweepPorts, over: () => boolean): Step[] {
  const now = clock.now()
  const documents = litterAt(now).map((litter): Step => ({ name: litter.collection, size: BATCH, batch: () => removeOldest(store, litter, BATCH) }))
  const covers: Step = { name: 'device_covers', size: DEVICES, looks: true, batch: () => walkCovers(store, { at: now, today: dayOf(now) }, DEVICES) }
  const copies: Step = { name: 'devices', size: DEVICES, looks: true, batch: () => settleOwedCopies(store, now, DEVICES) }
  const rules: Step = { name: 'institution_rules', size: INSTITUTIONS, looks: true, batch: () => reckonLeftOver(store, now, INSTITUTIONS) }
  const secrets: Step = { name: 'channel_settings', size: 1, looks: true, batch: async () => { await rotateSecrets(store, box); return 0 } }
  const bonds: Step = { name: 'employee_bonds', size: 1, looks: true, batch: async () => { await endLeftOverBonds({ store, lines }); return 0 } }
  const migrations = MIGRATIONS.map((migration): Step => ({ name: migration.name, size: DEVICES, looks: true, batch: () => migrateBatch(store, migration, DEVICES) }))
  const jobs: Step = { name: 'job_rows', size: 1, batch: () => dropOldJob(store, oldJobs(now), BATCH) }
  const retention: Step = { name: 'retention', size: 1, looks: true, batch: () => retainNext({ store, clock }, over) }
  return [...migrations, rules, secrets, bonds, ...documents, jobs, retention, { name: 'uploads', size: FILES, batch: () => dropStagedFiles({ store, files }, staleUploads(now), FILES) }, copies, covers]
}

/** One kind until it is gone or the time is up. false: something of it is left. */
async function until(over: () => boolean, step: Step, count: (removed: number) => void): Promise<boolean> {
  while (!over()) {
    const removed = await step.batch()
    count(removed)
    if (removed < step.size) return true
  }
  return false
}

/**
 * Throws away what has done its work, oldest first, in batches under a budget of time. Nothing is remembered between runs: what a run leaves
 * is found again by its age. First documents of an earlier shape, and the plans that a lost call left unreckoned (B11). One kind that fails does not keep the others. At last it writes copies of devices
 * that a crash left owed, and looks whether their covers are still right. Who left and is still bound to the hospital in WeChat is unbound. What a hospital keeps no longer
 * than its 保存期限 goes before the files, so that theirs go in the same run.
 */
export async function sweep(ports: SweepPorts): Promise<SweepReport> {
  const began = ports.clock.elapsed()
  const over = (): boolean => ports.clock.elapsed() - began >= BUDGET_MS
  const report: SweepReport = { removed: {}, complete: true }
  await beat(ports.store, ports.clock.now(), 'sweep')
  for (const step of stepsOf(ports, over)) {
    const count = (removed: number): void => { if (removed > 0 && !step.looks) report.removed[step.name] = (report.removed[step.name] ?? 0) + removed }
    const done = await until(over, step, count).catch((thrown: unknown) => failed(ports, step, thrown))
    report.complete &&= done
  }
  ports.log.info('sweep.done', { ...report })
  return report
}

function failed({ log }: SweepPorts, { name }: Step, thrown: unknown): false {
  log.error('sweep.failed', { collection: name, error: thrown instanceof Error ? thrown.message : 'unknown' })
  return false
}
