import { savePerson } from '../../../contract/person'
import { checkPerson, tidyPerson } from '../../../domain/person/person-form'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { mustDo } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { departmentInUse } from '../../../cloud/repositories/departments'
import { personByStaffNumber, personTokens, type PersonDoc } from '../../../cloud/repositories/people'
import { personNote, personSubject, writablePerson } from './row'

/** A record, new or changed. Two of one name are two people; a 工号 is one person's (B27). */
export const save = changes(savePerson, {
  async prepare({ id, form: typed }, { institutionId }, { store }) {
    const form = tidyPerson(typed)
    failOnFields('invalid-input', checkPerson(form))
    const holder = await personByStaffNumber(store, institutionId, form.staffNumber)
    if (holder && holder._id !== id) fail('person.staff-number-taken', { name: holder.name })
    if (id === null && !await departmentInUse(store, form.departmentId, institutionId)) fail('department.not-found')
    return { form, tokens: await personTokens(form) }
  },
  async run({ id, version }, caller, work) {
    const { form, tokens } = work.prepared
    const before = id === null ? null : await writablePerson({ id, version }, caller, work)
    // 转科 is a step of its own: what hangs on it is shown first.
    const departmentId = before?.departmentId ?? form.departmentId
    const made = before ?? { _id: work.chance.newId(), schema: 1 as const, institutionId: caller.institutionId, presence: 'present' as const }
    const doc: PersonDoc = { ...made, ...form, departmentId, tokens, version: version + 1 }
    mustDo(personSubject(doc), { caller, action: 'person.write' })
    await work.tx.set('people', doc)
    return { output: { id: doc._id, version: version + 1 }, audit: [{ subject: doc._id, before: before && personNote(before), after: personNote(doc) }] }
  },
})
