import { lendOriginal, saveOriginal, takeBackOriginal } from '../../../contract/original'
import { checkLoan } from '../../../domain/certificate/original'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { tidy } from '../../../domain/kernel/text'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import { changes, type AuditNote, type Scene, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { originalOf, type OriginalDoc } from '../../../cloud/repositories/originals'
import { certificateSubject } from '../certificate/subject'

interface Asked { certificateId: string; version: number }
interface Changed { output: { version: number }; audit: AuditNote[] }

const factsOf = ({ place, loan, papers }: OriginalDoc) => ({ place, borrower: loan?.borrower ?? null, dueOn: loan?.dueOn ?? null, papers: papers.have.length })

const fresh = ({ _id, institutionId, cycle }: CertificateDoc, { accountId, now }: { accountId: string; now: Date }): OriginalDoc => ({
  _id, schema: 1, institutionId, place: '', loan: null, papers: { cycle, have: [] }, version: 0, createdBy: accountId, createdAt: now, updatedBy: accountId, updatedAt: now,
})

/** Changes what is known of the original, on the version that its caller saw. Failures: `not-found`, `original.changed-meanwhile`. */
async function changed({ certificateId, version }: Asked, caller: SignedIn, { work: { tx, now }, to }: { work: Work<null>; to: (before: OriginalDoc, certificate: CertificateDoc) => Partial<OriginalDoc> }): Promise<Changed> {
  const { accountId, institutionId } = caller
  const certificate = mustSee(await tx.get('certificates', certificateId), certificateSubject, { caller, action: 'certificate.read' })
  mustDo(certificateSubject(certificate), { caller, action: 'certificate.write' })
  const before = await originalOf(tx, institutionId, certificateId) ?? fresh(certificate, { accountId, now })
  if (before.version !== version) fail('original.changed-meanwhile', { version: before.version })
  const doc = { ...before, ...to(before, certificate), version: version + 1, updatedBy: accountId, updatedAt: now }
  await tx.set('originals', doc)
  return { output: { version: doc.version }, audit: [{ subject: certificateId, before: factsOf(before), after: factsOf(doc) }] }
}

/** 原件存放处, and which papers for the review are at hand (B36). */
export const save = changes(saveOriginal, {
  run: ({ place, have, ...asked }, caller, work) => changed(asked, caller, { work, to: (_before, { cycle }) => ({ place: tidy(place), papers: { cycle, have: [...new Set(have)] } }) }),
})

/** 借出, until 应还日 (B36). */
export const lend = changes(lendOriginal, {
  prepare: ({ borrower, dueOn }, _caller, { today }: Scene) => {
    failOnFields('invalid-input', checkLoan({ borrower, dueOn }, today))
    return Promise.resolve(null)
  },
  run: ({ borrower, dueOn, ...asked }, caller, work) => changed(asked, caller, {
    work,
    to: ({ loan }) => (loan === null ? { loan: { borrower: tidy(borrower), dueOn, lentOn: work.today, byAccountId: caller.accountId } } : fail('original.lent-already', { borrower: loan.borrower })),
  }),
})

/** 归还 (B36): who had it and when is in the log. */
export const takeBack = changes(takeBackOriginal, {
  run: (asked, caller, work) => changed(asked, caller, { work, to: ({ loan }) => (loan === null ? fail('original.not-lent') : { loan: null }) }),
})
