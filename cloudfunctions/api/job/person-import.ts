import type { OutputOf } from '../../../contract/operation'
import type { savePerson } from '../../../contract/person'
import { fail } from '../../../domain/kernel/failure'
import type { Arrival, SignedIn } from '../../../cloud/gate/visitor'
import { accountOfPerson, countCertificatesOf, type PersonDoc } from '../../../cloud/repositories/people'
import type { NewPerson } from '../person-import/check'
import { personNote, writablePerson } from '../person/row'
import { save } from '../person/save'
import { jobKind, type RowWork } from './kind'

interface Prepared { input: unknown; prepared: unknown }

const arrivalOf = (caller: SignedIn): Arrival => ({ visitor: caller.visitor, caller, off: false })

/** Nothing has come of the record yet: nobody changed it, no certificate and no account is his. */
async function unused(id: string, work: RowWork<null>): Promise<PersonDoc> {
  const person = await writablePerson({ id, version: 1 }, work.caller, { ...work, prepared: null })
  const his = { institutionId: person.institutionId, personId: id }
  const [papers, account] = await Promise.all([countCertificatesOf(work.store, his), accountOfPerson(work.store, his.institutionId, id)])
  return papers > 0 || account ? fail('import.person-used-since') : person
}

/** People out of a personnel list (B27): every row is entered as by hand, whole or not at all. */
export const personImport = jobKind<NewPerson, Prepared>({
  may: 'person.write',
  async prepare({ form }, scene) {
    const input = { id: null, version: 0, form }
    return { input, prepared: await save.prepare(input, arrivalOf(scene.caller), scene) }
  },
  async apply({ presence }, work) {
    const { input, prepared } = work.prepared
    const { output, audit } = await save.run(input, arrivalOf(work.caller), { ...work, prepared })
    const { id } = output as OutputOf<typeof savePerson>
    if (presence !== 'present') await work.tx.change('people', id, { set: { presence } })
    return { subjectId: id, ...(audit && { audit }) }
  },
  async undo(_data, work) {
    const person = await unused(work.row.subjectId, work)
    await work.tx.remove('people', person._id)
    return { subjectId: person._id, audit: [{ subject: person._id, before: personNote(person), after: null }] }
  },
})
