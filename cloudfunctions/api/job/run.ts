import { runJob } from '../../../contract/job'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { countJobRows } from '../../../cloud/repositories/jobs'
import { jobView, mustBeMaker, mustSeeJob } from './view'
import { workJob } from './worker'

/** The app asks again at once, so that a bar moves and no call is cut off. */
const BUDGET_MS = 2000

/** Its work is many transactions of its own, so it is done before the gate's; that one only answers. */
export const run = changes(runJob, {
  async prepare({ id }, caller, scene) {
    const job = mustBeMaker(await scene.store.get('jobs', id), caller)
    // Whoever wrote it was cut off: what is missing is not to be taken for done.
    if (job.state === 'ready' && await countJobRows(scene.store, id) < job.total) fail('job.incomplete')
    await workJob(scene, id, BUDGET_MS)
  },
  run: async ({ id }, caller, { tx }) => ({ output: jobView(mustSeeJob(await tx.get('jobs', id), caller), caller) }),
})
