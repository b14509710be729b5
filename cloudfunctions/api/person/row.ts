import type { PersonRow } from '../../../contract/person'
import type { Subject } from '../../../domain/account/permissions'
import { fail } from '../../../domain/kernel/failure'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import type { Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { PersonDoc } from '../../../cloud/repositories/people'

/** Whose a person's record is, for «may he?»: his department's. */
export const personSubject = ({ institutionId, departmentId }: Pick<PersonDoc, 'institutionId' | 'departmentId'>): Subject => ({ institutionId, departmentIds: [departmentId] })

export const personRow = (person: PersonDoc, departments: ReadonlyMap<string, string>): PersonRow => ({
  id: person._id, staffNumber: person.staffNumber, name: person.name, department: { id: person.departmentId, name: departments.get(person.departmentId) ?? '' },
  title: person.title, employment: person.employment, presence: person.presence,
})

/** What the audit keeps of a record. */
export const personNote = ({ staffNumber, name, departmentId, title, employment, presence }: PersonDoc) => ({ staffNumber, name, departmentId, title, employment, presence })

/** The record as it is now, which the caller may change. Failures: `not-found`, `forbidden`, `person.changed-meanwhile` {version}. */
export async function writablePerson(asked: { id: string; version: number }, caller: SignedIn, { tx }: Work<unknown>): Promise<PersonDoc> {
  const person = mustSee(await tx.get('people', asked.id), personSubject, { caller, action: 'person.read' })
  mustDo(personSubject(person), { caller, action: 'person.write' })
  const version = person.version ?? 0
  return version === asked.version ? person : fail('person.changed-meanwhile', { version })
}
