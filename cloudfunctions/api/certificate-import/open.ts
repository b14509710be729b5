import type { previewCertificateImport } from '../../../contract/certificate-import'
import type { InputOf } from '../../../contract/operation'
import { CERTIFICATE_COLUMNS, type CertificateColumn } from '../../../domain/certificate/sheet-columns'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { openSheet, type OpenSheet } from '../import/sheet'
import { checkCertificates, type CheckedCertificates } from './check'

export interface OpenImport extends CheckedCertificates { sheet: OpenSheet<CertificateColumn> }

/** The sheet as it is asked for, and every row looked at. */
export async function openImport(asked: InputOf<typeof previewCertificateImport>, caller: SignedIn, scene: Scene): Promise<OpenImport> {
  const sheet = await openSheet(scene, asked, { caller, known: CERTIFICATE_COLUMNS })
  return { sheet, ...await checkCertificates(sheet.read.rows, asked, { scene, caller }) }
}
