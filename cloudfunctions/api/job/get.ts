import { getJob } from '../../../contract/job'
import { reads } from '../../../cloud/gate/verb'
import { jobView, mustSeeJob } from './view'

export const get = reads(getJob, async ({ id }, caller, { store }) => jobView(mustSeeJob(await store.get('jobs', id), caller), caller))
