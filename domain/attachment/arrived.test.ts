import { checkContent, takeOut, type TakenOut } from './arrived'
import { MAX_ATTACHMENT_BYTES } from './attachment'

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0))
const jpeg = (width: number, height: number): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9])
const PHOTO = jpeg(4000, 3000)
const PDF = Uint8Array.from(ascii('%PDF-1.7'))
const PROGRAM = Uint8Array.from(ascii('MZ------------------'))

const taken = (name: string, bytes: Uint8Array): TakenOut => takeOut({ name, size: bytes.length, unpack: () => bytes })

test('S32: what arrived is kept when its bytes are what it was said to be and its picture can be decoded', () => {
  expect(checkContent(PHOTO, 'image/jpg')).toBeNull()
  expect(checkContent(PDF, 'application/pdf')).toBeNull()
  expect(checkContent(PROGRAM, 'image/jpeg')).toBe('attachment.not-what-it-says')
  expect(checkContent(jpeg(9504, 6336), 'image/jpeg')).toBe('attachment.too-many-pixels')
  expect(checkContent(new Uint8Array(0), 'image/jpeg')).toBe('attachment.empty')
})

describe('B33, S32: a file out of a zip', () => {
  test.each([
    ['C000000001.jpg', PHOTO, 'image/jpeg'],
    ['照片/张伟.JPEG', PHOTO, 'image/jpeg'],
    ['C000000001', PHOTO, 'image/jpeg'],
    ['合格证明.pdf', PDF, 'application/pdf'],
  ])('«%s» is taken', (name, bytes, type) => {
    expect(taken(name, bytes)).toEqual({ type, bytes })
  })

  test.each([
    ['张伟.jpg', PROGRAM, 'attachment.not-what-it-says'],
    ['张伟.png', PHOTO, 'attachment.not-what-it-says'],
    ['张伟.pdf', PHOTO, 'attachment.not-what-it-says'],
    ['读我.txt', PDF, 'attachment.type-not-allowed'],
    ['setup', PROGRAM, 'attachment.type-not-allowed'],
    ['张伟.jpg', jpeg(9504, 6336), 'attachment.too-many-pixels'],
    ['张伟.jpg', new Uint8Array(0), 'attachment.empty'],
  ])('«%s» is refused as an upload of it would be (%#)', (name, bytes, code) => {
    expect(taken(name, bytes)).toEqual({ code })
  })

  test('of more than 20 MB is refused by the directory, before anything is unpacked', () => {
    const unpack = jest.fn(() => PHOTO)
    expect(takeOut({ name: 'a.jpg', size: MAX_ATTACHMENT_BYTES + 1, unpack })).toEqual({ code: 'attachment.too-large' })
    expect(unpack).not.toHaveBeenCalled()
  })
})
