import { getCertificate, saveCertificate } from '../../../contract/certificate'
import { call } from '../../platform/call'
import { newRequestId } from '../../platform/request-id'
import type { Draft } from './draft'

/** Takes the devices of a split-off certificate out of the shared one (S50). Answers false when that must be done by hand. */
export async function leaveShared(draft: Draft | null): Promise<boolean> {
  if (draft === null || draft.splitFrom === null) return true
  try {
    const { certificate } = await call(getCertificate, { id: draft.splitFrom })
    const deviceIds = certificate.form.deviceIds.filter((id) => !draft.form.deviceIds.includes(id))
    await call(saveCertificate, { id: certificate.id, version: certificate.version, form: { ...certificate.form, deviceIds } }, newRequestId())
    return true
  } catch {
    return false
  }
}
