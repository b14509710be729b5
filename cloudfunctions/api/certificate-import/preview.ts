import { previewCertificateImport } from '../../../contract/certificate-import'
import { IMPORT_LIMITS } from '../../../contract/import'
import type { CertificateForm } from '../../../domain/certificate/certificate'
import { addDays, type CivilDay } from '../../../domain/kernel/civil-day'
import { reads } from '../../../cloud/gate/verb'
import { previewOf, readyRows } from '../import/sheet'
import { openImport } from './open'

const hasExpired = ({ expiresOn }: CertificateForm, today: CivilDay): boolean => expiresOn !== null && expiresOn < today
const isWarned = ({ expiresOn, leadDays }: CertificateForm, today: CivilDay): boolean => expiresOn !== null && expiresOn >= today && addDays(expiresOn, -leadDays) <= today

/** What an import would do, before anything is done (B23). */
export const preview = reads(previewCertificateImport, async (asked, caller, scene) => {
  const { sheet, rows, photos: { matched, unmatched } } = await openImport(asked, caller, scene)
  const forms = readyRows(rows).map(({ ready }) => ready)
  return {
    ...previewOf(sheet, rows, scene.secrets),
    expired: forms.filter((form) => hasExpired(form, scene.today)).length,
    warned: forms.filter((form) => isWarned(form, scene.today)).length,
    photos: { matched, unmatched: unmatched.length, names: unmatched.slice(0, IMPORT_LIMITS.shownRows) },
  }
})
