import { listLoans } from '../../../contract/original'
import { may } from '../../../domain/account/permissions'
import { daysLate } from '../../../domain/certificate/original'
import { reads } from '../../../cloud/gate/verb'
import { certificatesByIds } from '../../../cloud/repositories/certificates'
import { loansOf } from '../../../cloud/repositories/originals'
import { typesOf } from '../../../cloud/repositories/rules'
import { certificateSubject } from '../certificate/subject'

/** Originals that are lent out, of what the caller sees, the longest due first (B36). */
export const loans = reads(listLoans, async (_input, caller, { store, today }) => {
  const { institutionId } = caller
  const docs = await loansOf(store, institutionId)
  const [certificates, types] = await Promise.all([certificatesByIds(store, institutionId, docs.map(({ _id }) => _id)), typesOf(store, institutionId)])
  const mine = new Map(certificates.filter((doc) => may(caller, 'certificate.read', certificateSubject(doc)).allowed).map((doc) => [doc._id, doc]))
  const names = new Map(types.map(({ type }) => [type.id, type.name]))
  const rows = docs.flatMap(({ _id, place, loan }) => {
    const certificate = mine.get(_id)
    if (!certificate || loan === null) return []
    const { borrower, lentOn, dueOn } = loan
    return [{ id: _id, holderName: certificate.holderName, type: names.get(certificate.typeId) ?? '', number: certificate.number, place, borrower, lentOn, dueOn, daysLate: daysLate(loan, today) }]
  })
  return { rows, today }
})
