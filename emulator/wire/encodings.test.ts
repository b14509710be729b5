import fc from 'fast-check'
import { fromWire, objectFromWire, toWire } from './ejson'
import { readMultipart } from './multipart'
import { bytesAt, decode, encode } from './protobuf'

describe('protocol buffers', () => {
  test('bytes of the documentation: field 1 = 150, field 2 = "testing"', () => {
    expect(encode([[1, 150]]).toString('hex')).toBe('089601')
    expect(encode([[2, 'testing']]).toString('hex')).toBe('120774657374696e67')
  })
  test('a negative number takes ten bytes', () => {
    expect(encode([[1, -1]]).toString('hex')).toBe('08ffffffffffffffffff01')
  })
  test('what was encoded is decoded, repeated fields in their order', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.oneof(fc.integer({ min: 0, max: 2 ** 31 }), fc.uint8Array().map((bytes) => Buffer.from(bytes))))), (fields) => {
      const decoded = decode(encode(fields))
      for (const [field] of fields) expect(decoded.get(field)).toEqual(fields.filter(([other]) => other === field).map(([, value]) => value))
    }))
  })
  test('bytesAt leaves numbers out', () => {
    expect(bytesAt(decode(encode([[1, 5], [1, 'a']])), 1)).toEqual([Buffer.from('a')])
  })
  test.each([['ff'], ['0a05'], ['09'], ['08ffffffffffffffffffffff01']])('%s is malformed', (hex) => {
    expect(() => decode(Buffer.from(hex, 'hex'))).toThrow(RangeError)
  })
})

describe('forms', () => {
  const form = (...parts: Buffer[]): Buffer => Buffer.concat([...parts.flatMap((part) => [Buffer.from('--B\r\n'), part, Buffer.from('\r\n')]), Buffer.from('--B--\r\n')])
  const part = (name: string, bytes: Buffer): Buffer => Buffer.concat([Buffer.from(`Content-Disposition: form-data; name="${name}"; filename="x"\r\n\r\n`), bytes])

  test('parts keep their bytes, line ends included', () => {
    const bytes = Buffer.from([13, 10, 0, 255, 45, 45, 13, 10])
    const read = readMultipart(form(part('a', bytes), part('b', Buffer.from('二'))), 'multipart/form-data; boundary=B')
    expect([...read]).toEqual([['a', bytes], ['b', Buffer.from('二')]])
  })
  test.each([['no boundary', 'multipart/form-data', '--B--'], ['another boundary', 'multipart/form-data; boundary=C', '--B\r\n'], ['a part without a head', 'multipart/form-data; boundary=B', '--B\r\nx\r\n--B--']])('%s is refused', (_, type, body) => {
    expect(() => readMultipart(Buffer.from(body), type)).toThrow('malformed')
  })
})

describe('extended JSON', () => {
  const now = new Date('2024-08-01T00:00:00Z')

  test('dates, numbers and regular expressions become plain values', () => {
    expect(fromWire('{"at":{"$date":{"$numberLong":"5"}},"n":{"$numberInt":"7"},"d":{"$numberDouble":"1.5"},"l":{"$numberLong":"9007199254740991"}}', now))
      .toEqual({ at: new Date(5), n: 7, d: 1.5, l: 9007199254740991 })
    expect(fromWire('{"$regularExpression":{"pattern":"^a","options":"i"}}', now)).toEqual(/^a/i)
  })
  test('the server date is the clock plus its offset', () => {
    expect(fromWire('{"at":{"$tcb_server_date":{"offset":{"$numberInt":"1000"}}}}', now)).toEqual({ at: new Date('2024-08-01T00:00:01Z') })
  })
  test('what goes out comes back', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z]\w*$/), fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }))), (value) => {
      expect(fromWire(toWire(value), now)).toEqual({ ...value })
    }))
  })
  test('only objects pass where an object is wanted', () => {
    expect(objectFromWire(undefined, now)).toEqual({})
    for (const wrong of ['[]', '1', 'null', '{', 5]) expect(() => objectFromWire(wrong, now)).toThrow()
  })
})
