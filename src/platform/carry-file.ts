import { putFile } from './put-file'
import type { ChosenFile } from './chosen-file'
import { webDoor } from './web-door'

type Progress = (share: number) => void
interface Issued {
  path: string
  put: { url: string; headers: Record<string, string> } | null
}

export const uploadWay = (): 'put' | 'cloud' => webDoor.uploadWay

/** Carries a file to where `attachment.begin` said, from a browser. */
export const carry = (issued: Issued, file: ChosenFile, onProgress: Progress): Promise<void> => {
  if (webDoor.uploadTo) return webDoor.uploadTo(issued.path, file, onProgress)
  if (issued.put) return putFile(issued.put, file, onProgress)
  return Promise.reject(new Error('No address to put the file to.'))
}
