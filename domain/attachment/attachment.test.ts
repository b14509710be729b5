import { checkArrived, checkDeclared, MAX_ATTACHMENT_BYTES, sniff } from './attachment'

const bytes = (...parts: Array<string | number[]>): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)))

const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0], 'xxJFIF')
const EXE = bytes('MZ', [0x90, 0, 3, 0, 0, 0])

describe('an attachment', () => {
  test.each([
    ['image/jpeg', JPEG],
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a])],
    ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
    ['image/heic', bytes([0, 0, 0, 24], 'ftypheic')],
    ['application/pdf', bytes('%PDF-1.7')],
  ])('S32: %s is known by its leading bytes', (type, head) => {
    expect(sniff(head)).toBe(type)
  })

  test('a program, a text, a truncated picture and nothing are none of ours', () => {
    expect([EXE, bytes('GIF89a'), bytes([0xff, 0xd8]), bytes('RIFF', [1, 2, 3, 4], 'WAVE'), bytes()].map(sniff)).toEqual([null, null, null, null, null])
  })

  test('a 30 MB photo is refused before the upload, 20 MB is taken', () => {
    expect(checkDeclared({ name: 'a.jpg', size: 30 * 1024 * 1024, mime: 'image/jpeg' })).toBe('attachment.too-large')
    expect(checkDeclared({ name: 'a.jpg', size: MAX_ATTACHMENT_BYTES, mime: 'image/jpeg' })).toBeNull()
  })

  test.each([
    ['setup.exe', 'application/x-msdownload', 'attachment.type-not-allowed'],
    ['setup.exe', 'image/jpeg', 'attachment.type-not-allowed'],
    ['scan.jpg', 'application/octet-stream', 'attachment.type-not-allowed'],
    ['scan.pdf', 'image/jpeg', 'attachment.type-not-allowed'],
    ['扫描件.PDF', 'application/pdf', null],
    ['IMG_0001.JPG', 'image/jpg', null],
    ['tmp_87a3f', 'image/png', null],
  ])('«%s» declared as %s: %s', (name, mime, code) => {
    expect(checkDeclared({ name, size: 10, mime })).toBe(code)
  })

  test('an empty file is refused', () => {
    expect(checkDeclared({ name: 'a.jpg', size: 0, mime: 'image/jpeg' })).toBe('attachment.empty')
    expect(checkArrived({ declaredMime: 'image/jpeg', size: 0, head: bytes() })).toBe('attachment.empty')
  })

  test('a renamed .exe is found out when it has arrived', () => {
    expect(checkDeclared({ name: 'photo.jpg', size: 10, mime: 'image/jpeg' })).toBeNull()
    expect(checkArrived({ declaredMime: 'image/jpeg', size: 8, head: EXE })).toBe('attachment.not-what-it-says')
    expect(checkArrived({ declaredMime: 'image/png', size: 8, head: JPEG })).toBe('attachment.not-what-it-says')
    expect(checkArrived({ declaredMime: 'image/jpeg', size: 8, head: JPEG })).toBeNull()
    expect(checkArrived({ declaredMime: 'image/jpeg', size: MAX_ATTACHMENT_BYTES + 1, head: JPEG })).toBe('attachment.too-large')
  })
})
