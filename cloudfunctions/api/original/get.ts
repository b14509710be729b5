import { getOriginal } from '../../../contract/original'
import { may } from '../../../domain/account/permissions'
import { papersAtHand } from '../../../domain/certificate/original'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import { originalOf, type OriginalDoc } from '../../../cloud/repositories/originals'
import { typeById } from '../../../cloud/repositories/rules'
import { certificateSubject } from '../certificate/subject'

const NOTHING: Pick<OriginalDoc, 'place' | 'loan' | 'version'> & { papers: null } = { place: '', loan: null, version: 0, papers: null }

/** 原件与复审材料 of one certificate (B36). */
export const get = reads(getOriginal, async ({ certificateId }, caller, { store }) => {
  const { institutionId } = caller
  const certificate = mustSee(await store.get('certificates', certificateId), certificateSubject, { caller, action: 'certificate.read' })
  const [doc, type] = await Promise.all([originalOf(store, institutionId, certificateId), typeById(store, institutionId, certificate.typeId)])
  const papers = type?.papers ?? []
  const { place, loan, version, papers: kept } = doc ?? NOTHING
  const have = papersAtHand(papers, kept, certificate.cycle)
  return {
    place, version, loan: loan && { borrower: loan.borrower, lentOn: loan.lentOn, dueOn: loan.dueOn },
    papers: papers.map((name) => ({ name, have: have.includes(name) })),
    mayWrite: may(caller, 'certificate.write', certificateSubject(certificate)).allowed,
  }
})
