import type { AuditEntry, listAudit } from '../../../contract/audit'
import type { InputOf } from '../../../contract/operation'
import { auditChanges, type AuditValue } from '../../../domain/audit/changes'
import { topicOf, type AuditTopic } from '../../../domain/audit/topics'
import { operationNames } from '../../../domain/audit/words'
import type { DocumentStore } from '../../../cloud/ports'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { accountsCalled, namesOf, type AuditDoc, type AuditFilter } from '../../../cloud/repositories/audit-log'

type Asked = Pick<InputOf<typeof listAudit>, 'who' | 'topic' | 'subject' | 'from' | 'to'>

const operationsOf = (topic: AuditTopic | undefined): string[] | null => (topic === undefined ? null : operationNames().filter((name) => topicOf(name) === topic))

/** What the log is asked for; null: nobody is called so. */
export async function filterOf({ who, topic, subject, from, to }: Asked, institutionId: string, store: DocumentStore): Promise<AuditFilter | null> {
  const accountIds = who.trim() === '' ? null : await accountsCalled(store, institutionId, who)
  if (accountIds?.length === 0) return null
  return { institutionId, accountIds, operations: operationsOf(topic), subject: subject ?? null, from, to }
}

/** Fields that hold the id of something with a name. */
const REFERENCES = ['departmentId', 'personId', 'to', 'from', 'transferredTo']
const isReference = (field: string): boolean => REFERENCES.includes(field.split('.').at(-1) ?? '')

const named = (field: string, value: AuditValue, names: ReadonlyMap<string, string>): AuditValue =>
  (isReference(field) && typeof value === 'string' ? names.get(value) ?? value : value)

const idsIn = (doc: AuditDoc): string[] => [
  doc.subject, ...auditChanges(doc.before, doc.after).filter(({ field }) => isReference(field)).flatMap(({ before, after }) => [before, after].filter((value) => typeof value === 'string')),
]

/** Entries with names in place of ids; what is gone keeps its id. */
export async function entriesOf(docs: readonly AuditDoc[], caller: Pick<SignedIn, 'institutionId' | 'role'>, store: DocumentStore): Promise<AuditEntry[]> {
  const names = await namesOf(store, caller, docs.flatMap(idsIn))
  return docs.map((doc) => ({
    id: doc._id, at: doc.at.toISOString(), by: doc.accountName, operation: doc.operation, subject: doc.subject, about: names.get(doc.subject) ?? '',
    changes: auditChanges(doc.before, doc.after).map(({ field, before, after }) => ({ field, before: named(field, before, names), after: named(field, after, names) })),
  }))
}
