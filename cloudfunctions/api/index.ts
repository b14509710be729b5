import { isDoorCall } from '../../cloud/gate-between-doors'
import { identityOf, liveApi, livePorts, logged } from '../../cloud/live'
import { resumeJobs } from './job/resume'
import { operations } from './operations'

const call = liveApi(operations)

/** The app's door: calls by `wx.cloud.callFunction` and, for the web edition, by HTTP access. The timer comes with a signed call for jobs that were left. */
export const main = logged((event, context) =>
  (identityOf(context).openid === '' && isDoorCall(event) ? resumeJobs(event, livePorts(['bind-code', 'session', 'deliver'])) : call(event, context)))
