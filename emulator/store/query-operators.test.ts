import fc from 'fast-check'
import { matcherOf } from './mongo-dialect'
import { sortedDocuments } from './sort-documents'
import type { Document } from './types'
import { byBytes, bytesOf, compareWithin, inverted } from './value-order'

const found = (query: Record<string, unknown>, documents: unknown[]): unknown[] => documents.filter(matcherOf(query))

describe('comparisons where MongoDB and mingo differ', () => {
  test.each<[string, Record<string, unknown>, unknown[], unknown[]]>([
    ['null finds null and what is missing, also below a scalar', { 'a.b': null }, [{}, { a: 5 }, { a: { b: null } }], [{ a: { b: 1 } }]],
    ['null finds an element without the field', { 'a.b': null }, [{ a: [{ b: 1 }, {}] }], [{ a: [{ b: 1 }] }, { a: [] }, { a: [5] }]],
    ['an array is found whole or by an element', { a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2], 3] }], [{ a: [2, 1] }, { a: [1, 2, 3] }]],
    ['objects are equal with their fields in the same order', { a: { x: 1, y: 2 } }, [{ a: { x: 1, y: 2 } }], [{ a: { y: 2, x: 1 } }, { a: { x: 1 } }]],
    ['a nested array is not walked into', { 'a.b': 5 }, [{ a: [{ b: 5 }] }, { a: [{ b: [5] }] }], [{ a: [[5]] }, { a: [[{ b: 5 }]] }]],
    ['an element is found by its position', { 'a.1.b': 2 }, [{ a: [{ b: 1 }, { b: 2 }] }], [{ a: [{ b: 2 }] }]],
    ['ranges stay within a type', { a: { $gt: 1 } }, [{ a: 2 }, { a: [0, 5] }], [{ a: 'x' }, { a: null }, {}, { a: new Date() }, { a: true }]],
    ['NaN is in no range', { a: { $gte: 0 } }, [{ a: 0 }], [{ a: NaN }]],
    ['NaN is found as itself', { a: NaN }, [{ a: NaN }], [{ a: 0 }]],
    ['$gte null finds null and what is missing', { a: { $gte: null } }, [{ a: null }, {}], [{ a: 0 }]],
    ['strings compare by code point', { a: { $gt: '\uff5e' } }, [{ a: '😀' }], [{ a: '文' }]],
    ['$in finds null, dates, objects and by regular expression', { a: { $in: [null, new Date(5), { x: 1 }, /^ab/] } }, [{}, { a: null }, { a: new Date(5) }, { a: { x: 1 } }, { a: 'abc' }, { a: ['z', 'ab'] }], [{ a: 5 }, { a: 'b' }, { a: { x: 2 } }]],
    ['$in finds a whole array', { a: { $in: [[1, 2]] } }, [{ a: [1, 2] }], [{ a: [1] }]],
    ['$nin is not $in', { a: { $nin: [1, null] } }, [{ a: 2 }, { a: [] }], [{ a: 1 }, {}, { a: [1, 2] }]],
    ['$ne leaves out an array with the value', { a: { $ne: 1 } }, [{ a: [2] }, {}], [{ a: [1, 2] }, { a: 1 }]],
    ['$all is met by a single value', { a: { $all: [1] } }, [{ a: 1 }, { a: [1, 2] }], [{ a: [2] }]],
    ['$all with $elemMatch', { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } }, [{ a: [{ x: 1 }, { x: 2 }] }], [{ a: [{ x: 1 }] }]],
    ['$exists of a field in an empty array', { 'a.b': { $exists: true } }, [{ a: [{ b: 1 }] }], [{ a: [] }, { a: [1] }]],
    ['$exists null', { a: { $exists: true } }, [{ a: null }], [{}]],
    ['$elemMatch asks all of one element', { a: { $elemMatch: { x: 1, y: { $gt: 1 } } } }, [{ a: [{ x: 1, y: 2 }] }], [{ a: [{ x: 1, y: 1 }, { x: 2, y: 2 }] }]],
    ['a search does not remember the one before', { a: { $regex: /x/g } }, [{ a: 'x' }, { a: 'x' }, { a: 'ax' }], []],
    ['$not, $nor, $or, $mod, $size, $expr', { $and: [{ a: { $not: { $gt: 5 } } }, { $nor: [{ a: 1 }] }, { $or: [{ a: { $mod: [2, 0] } }, { a: { $size: 1 } }] }, { $expr: { $lte: ['$b', 3] } }] }, [{ a: 2, b: 3 }, { a: [3], b: 1 }], [{ a: 1, b: 1 }, { a: 6, b: 1 }, { a: 2, b: 4 }]],
  ])('%s', (_, query, yes, no) => {
    expect(found(query, [...yes, ...no])).toEqual(yes)
  })

  test.each(['$near', '$geoWithin', '$where', '$text'])('%s is refused by name, wherever it stands', (name) => {
    expect(() => matcherOf({ $or: [{ a: { [name]: {} } }] })).toThrow(`${name} is not supported`)
  })

  test.each([{ a: { $bogus: 1 } }, { $bogus: [] }, { a: { $in: 5 } }, { a: { $regex: '(' } }])('%j is a refused request', (query) => {
    expect(() => matcherOf(query)).toThrow(expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' }))
  })
})

const scalar = fc.oneof(fc.double(), fc.integer(), fc.string({ unit: 'binary' }), fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: true }))
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }).filter((name) => name !== '__proto__'), tie('value'), { maxKeys: 3, noNullPrototype: true })),
})).value

describe('bytes of values', () => {
  test('their order is the order of the values', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => expect(byBytes(bytesOf(a), bytesOf(b))).toBe(a < b ? -1 : Number(a > b))))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => expect(byBytes(bytesOf(a), bytesOf(b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))))
    fc.assert(fc.property(fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true }), (a, b) => expect(byBytes(bytesOf(a), bytesOf(b))).toBe(Math.sign(+a - +b))))
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => expect(compareWithin(a, b)).toBe(byBytes(bytesOf(a), bytesOf(b)))))
  })

  test('none begins with another one, so they join to compound keys', () => {
    fc.assert(fc.property(value, value, (a, b) => expect(bytesOf(a) !== bytesOf(b) && bytesOf(b).startsWith(bytesOf(a))).toBe(false)), { numRuns: 1000 })
    fc.assert(fc.property(value, value, (a, b) => expect(byBytes(inverted(bytesOf(a)), inverted(bytesOf(b)))).toBe(0 - byBytes(bytesOf(a), bytesOf(b)) || 0)), { numRuns: 1000 })
  })

  test('types stand in MongoDB\'s order', () => {
    const inOrder = [null, NaN, -Infinity, -1, 0, 1.5, Infinity, '', 'a', 'aa', 'b', {}, { a: 1 }, [], [1], false, true, new Date(-1), new Date(0), /a/]
    expect([...inOrder].reverse().sort((a, b) => byBytes(bytesOf(a), bytesOf(b)))).toEqual(inOrder)
    expect(bytesOf(undefined)).toBe(bytesOf(null))
    expect(bytesOf(-0)).toBe(bytesOf(0))
  })
})

test('a sort takes the least of an array upward, the greatest downward, and missing as null', () => {
  const documents: Document[] = [{ _id: 'a', n: [1, 9] }, { _id: 'b', n: 5 }, { _id: 'c' }, { _id: 'd', n: null }, { _id: 'e', n: [] }]
  const order = (way: 1 | -1): string => sortedDocuments(documents, { n: way }, 9).map(({ _id }) => _id).join('')
  expect(order(1)).toBe('ecdab')
  expect(order(-1)).toBe('abcde')
})
