import fc from 'fast-check'
import { update as plainUpdate } from 'mingo/updater'
import type { Document } from './types'
import { refuseChange, replacedDocument, updatedDocument } from './update-document'

const after = (document: Record<string, unknown>, change: Record<string, unknown>, query: Record<string, unknown> = {}): Record<string, unknown> => {
  refuseChange(change)
  const whole: Document = { _id: '1', ...document }
  const frozen = JSON.stringify(whole)
  const { _id, ...rest } = updatedDocument(whole, change, query)
  expect(JSON.stringify(whole)).toBe(frozen)
  expect(_id).toBe('1')
  return rest
}

describe('operators as MongoDB has them', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>, Record<string, unknown>]>([
    ['$set makes the objects on its way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set beyond an array fills with null', { a: [1] }, { $set: { 'a.3': 2 } }, { a: [1, null, null, 2] }],
    ['$set by position reaches into an element', { a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
    ['a number names a field where there is no array', {}, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }],
    ['$unset removes a field and leaves a hole in an array', { a: 1, b: [1, 2] }, { $unset: { a: '', 'b.0': '' } }, { b: [null, 2] }],
    ['$unset of what is not there does nothing', { a: 5 }, { $unset: { 'a.b': '', c: '' } }, { a: 5 }],
    ['$inc and $mul start from nothing', {}, { $inc: { a: 2 }, $mul: { b: 3 } }, { a: 2, b: 0 }],
    ['$inc and $mul', { a: 1, b: 4 }, { $inc: { a: -2 }, $mul: { b: 0.5 } }, { a: -1, b: 2 }],
    ['$min and $max compare types as well', { a: 5, b: 5, c: null }, { $min: { a: 'x' }, $max: { b: 'x', c: 1, d: 2 } }, { a: 5, b: 'x', c: 1, d: 2 }],
    ['$rename moves a value, also into an object', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['$rename of what is not there does nothing', { b: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
    ['$push appends one value, even an array', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    ['$push with $each, $position, $sort, $slice', { a: [3, 1] }, { $push: { a: { $each: [2, 9], $sort: -1, $slice: 3 } } }, { a: [9, 3, 2] }],
    ['$push with $position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
    ['$push with $slice into nothing', {}, { $push: { a: { $each: [1, 2, 3], $slice: -2 } } }, { a: [2, 3] }],
    ['$push sorts documents by several fields', { a: [{ x: 1, y: 2 }] }, { $push: { a: { $each: [{ x: 1, y: 1 }, { x: 0, y: 9 }], $sort: { x: 1, y: 1 } } } }, { a: [{ x: 0, y: 9 }, { x: 1, y: 1 }, { x: 1, y: 2 }] }],
    ['$addToSet adds what is not there', { a: [1, { x: 1 }] }, { $addToSet: { a: { $each: [1, 2, 2, { x: 1 }] } } }, { a: [1, { x: 1 }, 2] }],
    ['$pop takes from either end', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
    ['$pull by value, by condition, by fields', { a: [1, 2, 1], b: [1, 5, 9], c: [{ x: 1, y: 2 }, { x: 2 }] }, { $pull: { a: 1, b: { $gte: 5 }, c: { x: 1 } } }, { a: [2], b: [1], c: [{ x: 2 }] }],
    ['$pullAll', { a: [1, 2, 3, 2] }, { $pullAll: { a: [2, 3] } }, { a: [1] }],
    ['$[] changes every element', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 1 } }, { a: [{ n: 2 }, { n: 3 }] }],
  ])('%s', (_, before, change, expected) => {
    expect(after(before, change)).toEqual(expected)
  })

  test('$ stands for the first element that the query found', () => {
    const document = { lines: [{ sku: 'a', n: 1 }, { sku: 'b', n: 1 }] }
    expect(after(document, { $inc: { 'lines.$.n': 5 } }, { 'lines.sku': 'b' })).toEqual({ lines: [{ sku: 'a', n: 1 }, { sku: 'b', n: 6 }] })
    expect(after({ n: [1, 7, 8] }, { $set: { 'n.$': 0 } }, { $and: [{ n: { $gt: 5 } }] })).toEqual({ n: [1, 0, 8] })
  })
})

describe('what MongoDB refuses', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>, RegExp]>([
    ['an empty update', {}, {}, /empty/],
    ['an operator without a field', {}, { $set: {} }, /'\$set' is empty/],
    ['an unknown operator', {}, { $jump: { a: 1 } }, /Unknown modifier: \$jump/],
    ['a field without an operator', {}, { a: 1 }, /update operators/],
    ['two changes of one path', {}, { $set: { a: 1 }, $inc: { 'a.b': 1 } }, /conflict at 'a'/],
    ['an empty part of a path', {}, { $set: { 'a..b': 1 } }, /empty field name/],
    ['a path that begins with a dollar sign', {}, { $set: { $a: 1 } }, /dollar/],
    ['a way through a number', { a: 1 }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element \{a: 1\}/],
    ['a way through null', { a: null }, { $inc: { 'a.b': 1 } }, /Cannot create field 'b' in element \{a: null\}/],
    ['a way through an array by name', { a: [{ b: 1 }] }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['another _id', {}, { $set: { _id: '2' } }, /immutable field '_id'/],
    ['a stored name with a dollar sign', {}, { $set: { a: { $b: 1 } } }, /dollar/],
    ['$inc of a string', { a: 'x' }, { $inc: { a: 1 } }, /non-numeric/],
    ['$inc of null', { a: null }, { $inc: { a: 1 } }, /non-numeric/],
    ['$inc by a string', { a: 1 }, { $inc: { a: '1' } }, /non-numeric argument/],
    ['$push to a string', { a: 'x' }, { $push: { a: 1 } }, /non-array/],
    ['$addToSet to null', { a: null }, { $addToSet: { a: 1 } }, /non-array/],
    ['$pull from a number', { a: 1 }, { $pull: { a: 1 } }, /non-array/],
    ['$pop by two', { a: [1] }, { $pop: { a: 2 } }, /1 or -1/],
    ['$push with an unknown clause', {}, { $push: { a: { $each: [1], $first: 1 } } }, /Unrecognized clause/],
    ['$rename within an array', { a: [{ b: 1 }] }, { $rename: { 'a.b': 'c' } }, /within an array/],
    ['$ without a condition on the array', { a: [1] }, { $set: { 'a.$': 1 } }, /positional operator/],
  ])('%s', (_, before, change, message) => {
    expect(() => after(before, change)).toThrow(message)
  })

  test('a whole document under another _id', () => {
    expect(replacedDocument({ _id: '1', a: 1 }, { b: 2 })).toEqual({ _id: '1', b: 2 })
    expect(() => replacedDocument({ _id: '1' }, { _id: '2' })).toThrow("immutable field '_id'")
  })
})

test('simple changes give what plain mingo gives', () => {
  const number = fc.integer({ min: -5, max: 5 })
  const document = fc.record({ n: number, m: number, list: fc.uniqueArray(number, { maxLength: 5 }), o: fc.record({ x: number }, { noNullPrototype: true }) }, { noNullPrototype: true })
  const change = fc.oneof(
    fc.record({ $set: fc.record({ 'o.x': number, z: number }, { noNullPrototype: true }), $inc: fc.record({ n: number }, { noNullPrototype: true }) }, { noNullPrototype: true }),
    fc.record({ $mul: fc.record({ m: number }, { noNullPrototype: true }), $push: fc.record({ list: number }, { noNullPrototype: true }), $unset: fc.constant({ n: '' }) }, { noNullPrototype: true }),
    fc.record({ $pull: fc.record({ list: number }, { noNullPrototype: true }), $min: fc.record({ n: number }, { noNullPrototype: true }), $max: fc.record({ m: number, q: number }, { noNullPrototype: true }) }, { noNullPrototype: true }),
    fc.record({ $addToSet: fc.record({ list: number }, { noNullPrototype: true }), $rename: fc.constant({ n: 'p' }) }, { noNullPrototype: true }),
    fc.record({ $push: fc.record({ list: fc.record({ $each: fc.array(number), $position: fc.nat(3), $slice: fc.integer({ min: -4, max: 4 }).filter((n) => n !== 0) }, { noNullPrototype: true }) }, { noNullPrototype: true }) }, { noNullPrototype: true }),
  )
  fc.assert(fc.property(document, change, (before, asked) => {
    const expected = structuredClone(before)
    plainUpdate(expected as never, asked as never, [], {}, { cloneMode: 'deep' })
    expect(after(before, asked as Record<string, unknown>)).toEqual(expected)
  }), { numRuns: 1000 })
})
