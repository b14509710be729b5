import { listJobs } from '../../../contract/job'
import { seesWholeInstitution } from '../../../domain/account/role'
import { reads } from '../../../cloud/gate/verb'
import { jobPage } from '../../../cloud/repositories/jobs'
import { isKept, jobView } from './view'

export const list = reads(listJobs, async ({ page, pageSize }, caller, { store }) => {
  const asked = { institutionId: caller.institutionId, createdBy: seesWholeInstitution(caller.role) ? null : caller.accountId }
  const { docs, total } = await jobPage(store, asked, { skip: (page - 1) * pageSize, limit: pageSize })
  return { rows: docs.filter(isKept).map((job) => jobView(job, caller)), total, page, pageSize }
})
