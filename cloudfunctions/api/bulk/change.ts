import { changeMany, previewChange } from '../../../contract/bulk'
import { may } from '../../../domain/account/permissions'
import { changesNothing, type ReminderChange } from '../../../domain/job/reminder-change'
import { fail } from '../../../domain/kernel/failure'
import { changes, reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { certificatesByIds, type CertificateDoc } from '../../../cloud/repositories/certificates'
import { formOf } from '../certificate/form'
import { certificateSubject } from '../certificate/subject'
import { startJob, stageJob } from '../job/stage'
import { labelOf } from './label'

interface Asked { ids: readonly string[]; change: ReminderChange }
interface Sorted { changing: CertificateDoc[]; same: number; refused: number }

/** Those that would change, and those that would not; an id that he may not see is counted with those that he may not write. */
async function sorted({ ids, change }: Asked, caller: SignedIn, { store }: Scene): Promise<Sorted> {
  const unique = [...new Set(ids)]
  const found = await certificatesByIds(store, caller.institutionId, unique)
  const mine = found.filter((doc) => may(caller, 'certificate.write', certificateSubject(doc)).allowed)
  const changing = mine.filter((doc) => !changesNothing(formOf(doc), change))
  return { changing, same: mine.length - changing.length, refused: unique.length - mine.length }
}

export const preview = reads(previewChange, async (asked, caller, scene) => {
  const { changing, same, refused } = await sorted(asked, caller, scene)
  return { changing: changing.length, same, refused }
})

/** Changes many certificates at once (B20), row by row in a job. */
export const change = changes(changeMany, {
  async prepare(asked, caller, scene) {
    const { changing } = await sorted(asked, caller, scene)
    if (changing.length === 0) fail('bulk.nothing-to-change')
    const rows = changing.map((doc) => ({ label: labelOf(doc), data: { certificateId: doc._id } }))
    return { jobId: await stageJob({ kind: 'certificate-change', title: `批量修改 ${rows.length} 张证件的提醒`, params: asked.change, rows }, caller, scene) }
  },
  async run({ change: params }, _caller, { tx, prepared: { jobId } }) {
    await startJob(tx, jobId)
    return { output: { jobId }, audit: [{ subject: jobId, before: null, after: params }] }
  },
})
