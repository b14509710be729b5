import type { ChosenFile } from './chosen-file'
import { isHeavyPhoto, sizeWithin } from './photo-size'

const QUALITY = 0.85

const drawn = (bitmap: ImageBitmap): Promise<Blob | null> => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, sizeWithin(bitmap))
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(null)
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY) })
}

/**
 * A heavy photo as it travels from a browser (docs/adr/0008): upright, no longer than a scanned A4, as JPEG. Any other file, what this browser
 * cannot read, and what would not become lighter travel as they are.
 */
export async function lighterPhoto(file: ChosenFile): Promise<ChosenFile> {
  if (file.blob === undefined || !isHeavyPhoto(file)) return file
  const bitmap = await createImageBitmap(file.blob, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return file
  const blob = await drawn(bitmap).catch(() => null)
  bitmap.close()
  return blob === null || blob.size >= file.bytes ? file : { ...file, bytes: blob.size, blob }
}
