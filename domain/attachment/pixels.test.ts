import fc from 'fast-check'
import { MAX_PIXELS, pixelsOf } from './pixels'

const of = (...parts: Array<string | number[]>): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)))
const two = (n: number): number[] => [n >> 8, n & 0xff]
const four = (n: number): number[] => [...two(n >>> 16), ...two(n & 0xffff)]
const three = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff, n >> 16]
const JFIF = [0xff, 0xe0, 0, 16, ...new Array<number>(14).fill(1)]

const jpeg = (width: number, height: number): Uint8Array => of([0xff, 0xd8], JFIF, [0xff, 0xff, 0xc2, 0, 17, 8, ...two(height), ...two(width), 3, 0, 0])
const png = (width: number, height: number): Uint8Array => of([0x89], 'PNG\r\n', [0x1a, 0x0a], four(13), 'IHDR', four(width), four(height))
const webp = (width: number, height: number): Uint8Array => of('RIFF', four(0), 'WEBPVP8X', [10, 0, 0, 0], four(0), three(width - 1), three(height - 1))
const lossless = (width: number, height: number): Uint8Array => {
  const bits = ((width - 1) | ((height - 1) << 14)) >>> 0
  return of('RIFF', four(0), 'WEBPVP8L', four(0), [0x2f], four(bits).reverse(), four(0), [0])
}
const lossy = (width: number, height: number): Uint8Array => of('RIFF', four(0), 'WEBPVP8 ', four(0), [0, 0, 0, 0x9d, 1, 0x2a], two(width).reverse(), two(height).reverse())
const heic = (width: number, height: number): Uint8Array => of(four(24), 'ftypheic', four(0), four(20), 'ispe', four(0), four(512), four(512), four(20), 'ispe', four(0), four(width), four(height))

test.each([
  ['image/jpeg', jpeg], ['image/png', png], ['image/webp', webp], ['image/webp', lossless], ['image/webp', lossy], ['image/heic', heic],
] as const)('S32: the header of a picture (%s) tells how many pixels a decoder would have to hold', (type, picture) => {
  fc.assert(fc.property(fc.integer({ min: 600, max: 16_383 }), fc.integer({ min: 600, max: 16_383 }), (width, height) => pixelsOf(picture(width, height), type) === width * height))
})

test('S32: 48 and 50 megapixels, which phones take, are within the limit, 60 are not', () => {
  expect([[8064, 6048], [8192, 6144]].map(([width = 0, height = 0]) => pixelsOf(jpeg(width, height), 'image/jpeg') <= MAX_PIXELS)).toEqual([true, true])
  expect(pixelsOf(jpeg(9504, 6336), 'image/jpeg')).toBeGreaterThan(MAX_PIXELS)
})

test('S32: what cannot be read has no pixels and throws nothing', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom('image/jpeg', 'image/png', 'image/webp', 'image/heic'), (bytes, type) => pixelsOf(bytes, type) >= 0))
  expect(pixelsOf(of('%PDF-1.7'), 'application/pdf')).toBe(0)
})
