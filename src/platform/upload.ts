import { beginAttachment, confirmAttachment, type AttachmentView } from '../../contract/attachment'
import { call } from './call'
import { CallFailure } from './call-failure'
import { carry, uploadWay } from './carry-file'
import type { ChosenFile } from './chosen-file'
import { lighterPhoto } from './lighter-photo'

export { chooseFiles, type FileKind } from './choose-files'
export type { ChosenFile } from './chosen-file'

/**
 * Brings one chosen file to the staging place: a heavy photo made lighter, begin, carry, confirm. `onProgress` gets 0 to 1.
 * Throws `CallFailure`: the codes of attachment.begin and attachment.confirm, `network.offline` when the file did not arrive.
 */
export const uploadAttachment = async (chosen: ChosenFile, onProgress: (share: number) => void = () => undefined): Promise<AttachmentView> => {
  const file = await lighterPhoto(chosen)
  const issued = await call(beginAttachment, { name: file.name, bytes: file.bytes, type: file.type, way: uploadWay() })
  try {
    await carry(issued, file, onProgress)
  } catch {
    throw new CallFailure('network.offline')
  }
  const { attachment } = await call(confirmAttachment, { id: issued.id })
  return attachment
}
