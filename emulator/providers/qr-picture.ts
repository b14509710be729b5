import { deflateSync } from 'node:zlib'
import qrcode from 'qrcode-generator'

const QUIET = 4
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  return Buffer.concat([uint32(content.length), body, uint32(crcOf(body))])
}

/** A square picture in grey, one byte per pixel; `isDark` by row and column. */
const squarePng = (side: number, isDark: (row: number, column: number) => boolean): Buffer => {
  const pixels = Buffer.alloc(side * (side + 1), 255)
  const filterAt = (row: number): number => row * (side + 1)
  for (let row = 0; row < side; row += 1) pixels[filterAt(row)] = 0
  for (let at = 0; at < side * side; at += 1) {
    const [row, column] = [Math.floor(at / side), at % side]
    if (isDark(row, column)) pixels[filterAt(row) + 1 + column] = 0
  }
  const header = Buffer.concat([uint32(side), uint32(side), Buffer.from([8, 0, 0, 0, 0])])
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}

/** A QR code of a text as a PNG, about `width` pixels wide and never so small that a pixel per module is missing. */
export const qrPicture = (text: string, width: number): Buffer => {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const modules = code.getModuleCount()
  const scale = Math.max(1, Math.floor(width / (modules + 2 * QUIET)))
  const within = (at: number): boolean => at >= 0 && at < modules
  return squarePng((modules + 2 * QUIET) * scale, (row, column) => {
    const [y, x] = [Math.floor(row / scale) - QUIET, Math.floor(column / scale) - QUIET]
    return within(y) && within(x) && code.isDark(y, x)
  })
}
