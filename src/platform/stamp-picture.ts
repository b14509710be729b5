/** Longest side of a stamped copy, pixels. */
const LONGEST = 3000
const QUALITY = 0.85
const TYPES = ['image/jpeg', 'image/png', 'image/webp']

/** Words in rows across the whole picture, slanted, light enough to read what lies under them. */
function write(pen: CanvasRenderingContext2D, words: string, { width, height }: { width: number; height: number }): void {
  const size = Math.max(14, Math.round(Math.max(width, height) / 36))
  pen.font = `${size}px sans-serif`
  pen.fillStyle = 'rgba(120, 20, 20, 0.30)'
  pen.translate(width / 2, height / 2)
  pen.rotate(-Math.PI / 7)
  const [across, down, reach] = [pen.measureText(words).width + size * 3, size * 6, width + height]
  for (let y = -reach / 2; y < reach / 2; y += down) for (let x = -reach / 2; x < reach / 2; x += across) pen.fillText(words, x, y)
}

/** A copy of a picture with words burnt into it (B17), upright, as JPEG; null: this browser cannot read it, or it is no picture. */
export async function stampPicture(picture: Blob, words: string): Promise<Blob | null> {
  if (!TYPES.includes(picture.type)) return null
  const bitmap = await createImageBitmap(picture).catch(() => null)
  if (bitmap === null) return null
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  write(pen, words, canvas)
  return new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY) })
}
