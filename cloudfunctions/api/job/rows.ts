import { listJobRows } from '../../../contract/job'
import { reads } from '../../../cloud/gate/verb'
import { jobRowPage } from '../../../cloud/repositories/jobs'
import { jobRowView, mustSeeJob } from './view'

export const rows = reads(listJobRows, async ({ id, state = null, page, pageSize }, caller, { store }) => {
  mustSeeJob(await store.get('jobs', id), caller)
  const { docs, total } = await jobRowPage(store, { jobId: id, state }, { skip: (page - 1) * pageSize, limit: pageSize })
  return { rows: docs.map(jobRowView), total, page, pageSize }
})
