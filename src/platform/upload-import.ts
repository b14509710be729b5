import { beginImportFile } from '../../contract/import'
import { call } from './call'
import { CallFailure } from './call-failure'
import { carry, uploadWay } from './carry-file'
import type { ImportKind } from './choose-import'
import type { ChosenFile } from './chosen-file'

export { chooseImport, type ImportKind } from './choose-import'

/**
 * Brings one file to its staging place and answers its id; `onProgress` gets 0 to 1. Throws `CallFailure`: the codes of import.begin,
 * `network.offline` when the file did not arrive.
 */
export const uploadImport = async (kind: ImportKind, file: ChosenFile, onProgress: (share: number) => void): Promise<string> => {
  const issued = await call(beginImportFile, { kind, name: file.name, bytes: file.bytes, way: uploadWay() })
  try {
    await carry(issued, file, onProgress)
  } catch {
    throw new CallFailure('network.offline')
  }
  return issued.id
}
