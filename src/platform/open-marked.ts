import { openFile, type OpenableFile } from './open-file'
import { showPicture } from './show-picture'
import { stampPicture } from './stamp-picture'

/** Shows a picture with words burnt into it, so that a copy of the screen bears them too (B17); what cannot be stamped opens as it is. */
export async function openMarked(file: OpenableFile, stamp: string): Promise<void> {
  if (!file.type.startsWith('image/')) return openFile(file)
  const original = await (await fetch(file.url)).blob()
  const marked = await stampPicture(new Blob([original], { type: file.type }), stamp)
  if (marked === null) return openFile(file)
  showPicture(URL.createObjectURL(marked), file.name)
}
