import fc from 'fast-check'
import { bytesOf, joined, viewOf } from './bytes'
import { orientationIn } from './exif'
import { withoutPosition } from './without-position'

const PLACE = 'N31-11-00'
const u16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 0xff)
const u32 = (value: number, little = false): Uint8Array => { const four = new Uint8Array(4); viewOf(four).setUint32(0, value, little); return four }
const has = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text)
const entry = (tag: number, type: number, count: number, value: Uint8Array): Uint8Array => joined([u16(tag), u16(type), u32(count), value, new Uint8Array(4 - value.length)])

/** Exif, big end first, with an orientation and a position (GPSLatitude as nine characters that a test can find). */
const exif = (orientation: number): Uint8Array => {
  const first = joined([u16(2), entry(0x0112, 3, 1, u16(orientation)), entry(0x8825, 4, 1, u32(38)), u32(0)])
  const gps = joined([u16(1), entry(2, 2, PLACE.length, u32(56)), u32(0), bytesOf(PLACE)])
  return joined([bytesOf('MM'), u16(42), u32(8), first, gps])
}

const segment = (marker: number, data: Uint8Array): Uint8Array => joined([Uint8Array.of(0xff, marker), u16(data.length + 2), data])
const exifSegment = (orientation: number): Uint8Array => segment(0xe1, joined([bytesOf('Exif\0\0'), exif(orientation)]))
const START = Uint8Array.of(0xff, 0xd8)
const END = Uint8Array.of(0xff, 0xd9)

/** Coded data: every 0xFF is stuffed or a restart. */
const coded = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xfe }).map((byte) => [byte]), fc.constant([0xff, 0]), fc.integer({ min: 0xd0, max: 0xd7 }).map((marker) => [0xff, marker])), { maxLength: 300 })
  .map((parts) => Uint8Array.from(parts.flat()))
const data = fc.uint8Array({ maxLength: 60 })
const needed = fc.oneof(
  fc.tuple(fc.constantFrom(0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xfe, 0xe0, 0xee), data).map(([marker, body]) => segment(marker, body)),
  data.map((body) => segment(0xe2, joined([bytesOf('ICC_PROFILE\0'), body]))),
  fc.tuple(data, coded).map(([head, scan]) => joined([segment(0xda, head), scan])),
)
const surplus = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map(exifSegment),
  fc.constant(segment(0xe1, bytesOf(`http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>${PLACE}`))),
  fc.tuple(fc.constantFrom(0xe2, 0xe3, 0xed, 0xef), data).map(([marker, body]) => segment(marker, joined([bytesOf(`X${PLACE}`), body]))),
)

describe('a JPEG', () => {
  const clean = (bytes: Uint8Array): Uint8Array => withoutPosition(bytes, 'image/jpeg')

  test('keeps every byte that its picture needs, in order, and nothing of the place, wherever that stands', () => {
    fc.assert(fc.property(fc.array(fc.oneof(needed.map((part) => ({ part, stays: true })), surplus.map((part) => ({ part, stays: false }))), { maxLength: 12 }), data, (parts, trailer) => {
      const whole = joined([START, ...parts.map(({ part }) => part), END, trailer, bytesOf(PLACE)])
      const cleaned = clean(whole)
      expect(has(cleaned, PLACE)).toBe(false)
      const upright = parts.every(({ part, stays }) => stays || part[1] !== 0xe1 || !has(part, 'Exif') || orientationIn(part.subarray(10)) === 1)
      if (upright) expect(cleaned).toEqual(joined([START, ...parts.filter(({ stays }) => stays).map(({ part }) => part), END]))
      expect(clean(cleaned)).toEqual(cleaned)
    }))
  })

  test.each([2, 3, 6, 8])('still lies as it lay (%d)', (orientation) => {
    const cleaned = clean(joined([START, exifSegment(orientation), segment(0xda, Uint8Array.of(1)), END]))
    expect(has(cleaned, PLACE)).toBe(false)
    expect(orientationIn(cleaned.subarray(12))).toBe(orientation)
    expect(cleaned.subarray(-7)).toEqual(joined([segment(0xda, Uint8Array.of(1)), END]))
  })

  test('that breaks off or is none stays as it is', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
      const broken = joined([START, segment(0xdb, Uint8Array.of(1, 2)), Uint8Array.of(0x00), rest])
      expect(clean(broken)).toEqual(broken)
    }))
    const cut = joined([START, segment(0xda, Uint8Array.of(1)), Uint8Array.of(1, 2, 3)])
    expect(clean(cut)).toEqual(cut)
  })
})

describe('a PNG', () => {
  const clean = (bytes: Uint8Array): Uint8Array => withoutPosition(bytes, 'image/png')
  const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const chunk = (type: string, body: Uint8Array): Uint8Array => joined([u32(body.length), bytesOf(type), body, u32(0x12345678)])
  const IEND = chunk('IEND', new Uint8Array(0))

  test('keeps its picture and loses Exif, texts and what follows its end', () => {
    const kept = fc.tuple(fc.constantFrom('IHDR', 'PLTE', 'IDAT', 'iCCP', 'tRNS'), data).map(([type, body]) => ({ part: chunk(type, body), stays: true }))
    const lost = fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'eXIf').map((type) => ({ part: chunk(type, type === 'eXIf' ? exif(1) : bytesOf(PLACE)), stays: false }))
    fc.assert(fc.property(fc.array(fc.oneof(kept, lost), { maxLength: 10 }), (parts) => {
      const whole = joined([SIGNATURE, ...parts.map(({ part }) => part), IEND, bytesOf(PLACE)])
      expect(clean(whole)).toEqual(joined([SIGNATURE, ...parts.filter(({ stays }) => stays).map(({ part }) => part), IEND]))
    }))
  })

  test('that lies on its side says so in a chunk of its own, with the right checksum', () => {
    const cleaned = clean(joined([SIGNATURE, chunk('eXIf', exif(6)), IEND]))
    expect(orientationIn(cleaned.subarray(16, -16))).toBe(6)
    expect(viewOf(cleaned).getUint32(cleaned.length - 16)).toBe(0xd6674b69)
  })
})

describe('a WebP', () => {
  const chunk = (type: string, body: Uint8Array): Uint8Array => joined([bytesOf(type), u32(body.length, true), body, new Uint8Array(body.length % 2)])
  const riff = (...chunks: Uint8Array[]): Uint8Array => { const body = joined([bytesOf('WEBP'), ...chunks]); return joined([bytesOf('RIFF'), u32(body.length, true), body]) }
  const clean = (bytes: Uint8Array): Uint8Array => withoutPosition(bytes, 'image/webp')

  test('keeps its picture and loses Exif and XMP, which its header no longer names', () => {
    fc.assert(fc.property(data, data, (picture, alpha) => {
      const others = [chunk('ALPH', alpha), chunk('VP8 ', picture)]
      const whole = riff(chunk('VP8X', Uint8Array.of(0x3c, 0, 0, 0, 1, 0, 0, 1, 0, 0)), ...others, chunk('EXIF', exif(1)), chunk('XMP ', bytesOf(PLACE)))
      expect(clean(whole)).toEqual(riff(chunk('VP8X', Uint8Array.of(0x30, 0, 0, 0, 1, 0, 0, 1, 0, 0)), ...others))
    }))
  })

  test('that lies on its side still says so, without the place', () => {
    const cleaned = clean(riff(chunk('VP8 ', Uint8Array.of(1, 2)), chunk('EXIF', joined([bytesOf('Exif\0\0'), exif(8)]))))
    expect(has(cleaned, PLACE)).toBe(false)
    expect(orientationIn(cleaned.subarray(30))).toBe(8)
    expect(viewOf(cleaned).getUint32(4, true)).toBe(cleaned.length - 8)
  })

  test('whose chunks do not fill it stays as it is', () => {
    const short = riff(chunk('VP8 ', Uint8Array.of(1, 2))).subarray(0, -1)
    expect(clean(short)).toEqual(short)
  })
})

describe('a HEIC', () => {
  const clean = (bytes: Uint8Array): Uint8Array => withoutPosition(bytes, 'image/heic')

  test('keeps its length and every other byte; the place is zeroed where it lies', () => {
    fc.assert(fc.property(data, data, (before, after) => {
      const block = exif(6)
      const cleaned = clean(joined([before, bytesOf('Exif\0\0'), block, after]))
      const from = before.length + 6
      expect(cleaned.subarray(0, from)).toEqual(joined([before, bytesOf('Exif\0\0')]))
      expect(cleaned.subarray(from, from + 38)).toEqual(block.subarray(0, 38))
      expect(cleaned.subarray(from + 38, from + block.length).every((byte) => byte === 0)).toBe(true)
      expect(cleaned.subarray(from + block.length)).toEqual(after)
      expect(orientationIn(cleaned.subarray(from))).toBe(6)
    }))
  })
})

test('any bytes at all are survived, and a PDF is not touched', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'), (bytes, type) => {
    expect(withoutPosition(bytes, type).length).toBeLessThanOrEqual(bytes.length)
  }))
  const pdf = bytesOf('%PDF-1.7 …')
  expect(withoutPosition(pdf, 'application/pdf')).toBe(pdf)
})
