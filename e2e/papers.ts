/** Files that a person could choose: real ones by content, made here so that nothing binary is kept in the repository. */

/** A photo of a certificate, drawn by the browser under test. */
export const photoOf = async (page: { evaluate: <T>(work: () => Promise<T>) => Promise<T> }): Promise<Buffer> => {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 800
    canvas.height = 560
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#f7f3e8'
    pen.fillRect(0, 0, 800, 560)
    pen.fillStyle = '#17232b'
    pen.font = '36px sans-serif'
    pen.fillText('大型医用设备上岗合格证', 60, 90)
    pen.font = '26px sans-serif'
    pen.fillText('姓名 张三    证件号 C000000063', 60, 180)
    return canvas.toDataURL('image/jpeg').split(',')[1]!
  })
  return Buffer.from(base64, 'base64')
}

/** The smallest whole PDF: one empty page. */
export const pdf = Buffer.from([
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n'))

/** A program under a photo's name. */
export const disguisedProgram = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4096, 7)])

/** The header of a photo of 9504 × 6336 pixels; its picture is not needed to know that it is too much. */
export const sixtyMegapixels = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x18, 0xc0, 0x25, 0x20, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9])
