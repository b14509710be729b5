import qrcode from 'qrcode-generator'

/** A QR code as lines, so that any printer draws it sharply. Level M: a fifteenth of it may be scratched. The quiet zone is four squares, as the standard asks. */
export function codePicture(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return `data:image/svg+xml;utf8,${encodeURIComponent(code.createSvgTag({ cellSize: 4, margin: 16, scalable: true }))}`
}
