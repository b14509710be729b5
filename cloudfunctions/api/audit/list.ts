import { listAudit } from '../../../contract/audit'
import { reads } from '../../../cloud/gate/verb'
import { auditEntries } from '../../../cloud/repositories/audit-log'
import { entriesOf, filterOf } from './find'

/** 审计日志: who did what when, before and after (B25). */
export const list = reads(listAudit, async ({ page, pageSize, ...asked }, caller, { store }) => {
  const filter = await filterOf(asked, caller.institutionId, store)
  if (filter === null) return { rows: [], total: 0, page, pageSize }
  const { docs, total } = await auditEntries(store, filter, { skip: (page - 1) * pageSize, limit: pageSize })
  return { rows: await entriesOf(docs, caller, store), total, page, pageSize }
})
