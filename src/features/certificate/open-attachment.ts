import { confirmAttachment, type AttachmentView } from '../../../contract/attachment'
import { getCertificate } from '../../../contract/certificate'
import { call } from '../../platform/call'
import { openFile } from '../../platform/open-file'
import { newRequestId } from '../../platform/request-id'
import { viewScan } from './view-scan'

/** A fresh link to a staged file: confirming it once more does nothing else. */
export const freshStaged = async (id: string): Promise<AttachmentView> => (await call(confirmAttachment, { id }, newRequestId())).attachment

const freshSaved = async (id: string, certificateId: string): Promise<AttachmentView | undefined> =>
  (await call(getCertificate, { id: certificateId })).certificate.attachments.find((each) => each.id === id)

/**
 * Opens one file by a link made now, since links live ten minutes; when none can be made, by the one at hand. `certificateId` null: staged, the
 * viewer's own and not marked yet.
 */
export async function openAttachment(file: AttachmentView, certificateId: string | null, viewer: string): Promise<void> {
  if (certificateId === null) return openFile(await freshStaged(file.id).catch(() => file))
  await viewScan(await freshSaved(file.id, certificateId).catch(() => undefined) ?? file, viewer)
}
