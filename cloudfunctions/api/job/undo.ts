import { undoJob } from '../../../contract/job'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { canUndo } from './kinds'
import { mustBeMaker } from './view'

/** From here on the job runs backwards. */
export const undo = changes(undoJob, {
  async run({ id }, caller, { tx }) {
    const job = mustBeMaker(await tx.get('jobs', id), caller)
    if (!canUndo(job)) fail('job.no-undo')
    if (job.state !== 'done') fail('job.not-done')
    await tx.set('jobs', { ...job, state: 'undoing', endedAt: null, lease: null })
    return { output: {}, audit: [{ subject: id, before: { state: 'done' }, after: { state: 'undoing' } }] }
  },
})
