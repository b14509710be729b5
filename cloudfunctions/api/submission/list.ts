import { listSubmissions, type SubmissionRow } from '../../../contract/submission'
import { may } from '../../../domain/account/permissions'
import { DEVICE_OPERATOR } from '../../../domain/certificate/type'
import { reads } from '../../../cloud/gate/verb'
import { submissionPage, type SubmissionDoc } from '../../../cloud/repositories/submissions'
import { typesOf } from '../../../cloud/repositories/rules'
import { departmentsInScope } from '../department/scope'

/** Why it was returned, while it is. */
const reasonOf = ({ state, turns }: SubmissionDoc): string => (state === 'returned' ? turns.at(-1)?.note ?? '' : '')

const rowOf = (doc: SubmissionDoc, names: ReadonlyMap<string, string>): SubmissionRow => ({
  id: doc._id, kind: doc.kind, state: doc.state, holderName: doc.form.holderName, typeName: names.get(doc.form.typeId) ?? DEVICE_OPERATOR.name,
  expiresOn: doc.form.expiresOn, longTerm: doc.form.longTerm, by: doc.byName, at: doc.at.toISOString(), reason: reasonOf(doc),
})

/** What the caller reviews, or what he handed in (B16). Who reviews nothing has nothing to review. */
export const list = reads(listSubmissions, async ({ mine, state, page, pageSize }, caller, { store }) => {
  const departmentIds = mine ? null : await departmentsInScope(store, caller, undefined)
  if (!mine && (!may(caller, 'submission.review').allowed || departmentIds?.length === 0)) return { rows: [], total: 0, page, pageSize }
  const filter = { institutionId: caller.institutionId, state: state ?? null, departmentIds, byAccountId: mine ? caller.accountId : null }
  const [{ docs, total }, types] = await Promise.all([submissionPage(store, filter, { skip: (page - 1) * pageSize, limit: pageSize }), typesOf(store, caller.institutionId)])
  const names = new Map(types.map(({ type }) => [type.id, type.name]))
  return { rows: docs.map((doc) => rowOf(doc, names)), total, page, pageSize }
})
