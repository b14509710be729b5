import * as v from 'valibot'
import { personal } from '../domain/account/personal-mark'
import { AUDIT_TOPICS } from '../domain/audit/topics'
import { EXPORTS } from './hourly'
import { command, query } from './operation'
import { count, id, instant, keyword, optionalDay, pageOf, paging, text } from './shapes'

/** `who`: name or log-in name of who did it; `subject`: one thing's whole history; `from` and `to` are days, both included. */
const filters = {
  who: keyword, topic: v.optional(v.picklist(AUDIT_TOPICS)), subject: v.optional(id), from: v.optional(optionalDay, null), to: v.optional(optionalDay, null),
}

const value = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
export const auditEntry = v.strictObject({
  id, at: instant, by: v.string(), operation: v.string(), subject: v.string(),
  /** What the thing is called now; '' when it has no name or is gone. */
  about: v.string(),
  changes: v.array(v.pipe(v.strictObject({ field: v.string(), before: value, after: value }), personal('change'))),
})
export type AuditEntry = v.InferOutput<typeof auditEntry>

/** Who did what when, newest first (B25). Nothing can be changed or taken out. */
export const listAudit = query('audit.list', { input: v.strictObject({ ...filters, ...paging }), output: pageOf(auditEntry), may: 'audit.read' })

/** The same as a file; that it was taken is on record. Failures: export.nothing, export.too-many {rows, max}. */
export const exportAudit = command('audit.export', {
  input: v.strictObject(filters),
  output: v.strictObject({ name: text(100), url: v.string(), rows: count }),
  may: 'audit.read',
  fresh: true,
  hourly: EXPORTS,
})
