import { COMMANDS, queryOperator, QUERY_ARRAYS, QUERY_ARRAY_OF_DOCUMENTS, QUERY_EMBEDDED, QUERY_NULL, TYPE_ORDER } from './sources'
import { finds } from './tables'

const early = new Date('2024-01-01T00:00:00Z')
const late = new Date('2024-06-01T00:00:00Z')

export const queryOperatorFacts = finds([
  ['$eq finds equal values', 'query.$eq', COMMANDS, { a: { $eq: 1 } }, [{ a: 1 }], [{ a: 2 }, { a: '1' }]],
  ['$ne finds all others, those without the field too', 'query.$ne', COMMANDS, { a: { $ne: 1 } }, [{ a: 2 }, { b: 1 }], [{ a: 1 }]],
  ['$gt finds what is greater', 'query.$gt', COMMANDS, { a: { $gt: 1 } }, [{ a: 1.5 }], [{ a: 1 }, { a: 0 }]],
  ['$gte finds the bound too', 'query.$gte', COMMANDS, { a: { $gte: 1 } }, [{ a: 1 }, { a: 2 }], [{ a: 0 }]],
  ['$lt finds what is less', 'query.$lt', COMMANDS, { at: { $lt: late } }, [{ at: early }], [{ at: late }]],
  ['$lte finds the bound too', 'query.$lte', COMMANDS, { at: { $lte: early } }, [{ at: early }], [{ at: late }]],
  ['$in finds any of a list', 'query.$in', COMMANDS, { a: { $in: [1, 'x'] } }, [{ a: 1 }, { a: 'x' }], [{ a: 2 }]],
  ['$nin finds none of a list', 'query.$nin', COMMANDS, { a: { $nin: [1, 'x'] } }, [{ a: 2 }, {}], [{ a: 1 }, { a: 'x' }]],
  ['$and asks for all conditions', 'query.$and', COMMANDS, { $and: [{ a: 1 }, { b: 2 }] }, [{ a: 1, b: 2 }], [{ a: 1 }, { b: 2 }]],
  ['$or asks for one of them', 'query.$or', COMMANDS, { $or: [{ a: 1 }, { b: 2 }] }, [{ a: 1 }, { b: 2 }], [{ a: 2, b: 1 }]],
  ['$nor asks for none of them', 'query.$nor', queryOperator('$nor'), { $nor: [{ a: 1 }, { b: 2 }] }, [{ a: 2, b: 1 }, {}], [{ a: 1 }, { b: 2 }]],
  ['$not turns a condition round', 'query.$not', queryOperator('$not'), { a: { $not: { $gt: 1 } } }, [{ a: 1 }, {}], [{ a: 2 }]],
  ['$exists asks whether the field is there', 'query.$exists', queryOperator('$exists'), { a: { $exists: false } }, [{ b: 1 }], [{ a: 1 }]],
  ['$type asks for a type by name', 'query.$type', queryOperator('$type'), { a: { $type: 'string' } }, [{ a: 'x' }], [{ a: 1 }, { a: null }]],
  ['$expr compares two fields', 'query.$expr', queryOperator('$expr'), { $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }], [{ a: 1, b: 1 }]],
  ['$mod asks for a remainder', 'query.$mod', queryOperator('$mod'), { a: { $mod: [4, 1] } }, [{ a: 5 }], [{ a: 4 }, { a: 'x' }]],
  ['$all finds arrays that hold every value', 'query.$all', queryOperator('$all'), { a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, { a: 1 }]],
  ['$elemMatch asks everything of one element', 'query.$elemMatch', queryOperator('$elemMatch'), { a: { $elemMatch: { x: 1, y: 2 } } }, [{ a: [{ x: 1, y: 2 }] }], [{ a: [{ x: 1 }, { y: 2 }] }]],
  ['$size asks for the length of an array', 'query.$size', queryOperator('$size'), { a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [1] }, { a: 2 }]],

  ['a condition finds an array by one of its elements', 'query.array-element', QUERY_ARRAYS, { a: 2 }, [{ a: [1, 2] }, { a: 2 }], [{ a: [1] }]],
  ['a range is met by one element of an array', 'query.array-element', QUERY_ARRAYS, { a: { $gt: 5 } }, [{ a: [1, 9] }], [{ a: [1, 2] }]],
  ['an array is found as a whole, in its order', 'query.array-whole', QUERY_ARRAYS, { a: [1, 2] }, [{ a: [1, 2] }], [{ a: [2, 1] }, { a: [1, 2, 3] }]],
  ['a number in a path is a position in an array', 'query.array-position', QUERY_ARRAYS, { 'a.1': 5 }, [{ a: [0, 5] }], [{ a: [5, 0] }]],
  ['a path goes into the documents of an array', 'query.array-of-documents', QUERY_ARRAY_OF_DOCUMENTS, { 'a.x': 1 }, [{ a: [{ x: 2 }, { x: 1 }] }, { a: { x: 1 } }], [{ a: [{ x: 2 }] }]],
  ['a path does not go into an array within an array', 'query.nested-arrays', QUERY_ARRAY_OF_DOCUMENTS, { 'a.x': 1 }, [{ a: [{ x: 1 }] }], [{ a: [[{ x: 1 }]] }]],
  ['null finds null and what is missing', 'query.null-finds-missing', QUERY_NULL, { a: null }, [{ a: null }, { b: 1 }], [{ a: 0 }, { a: '' }]],
  ['null finds what is missing below a document too', 'query.null-finds-missing', QUERY_NULL, { 'a.b': null }, [{ a: {} }, {}], [{ a: { b: 1 } }]],
  ['a field that is null exists', 'query.exists-null', queryOperator('$exists'), { a: { $exists: true } }, [{ a: null }, { a: 1 }], [{}]],
  ['documents are equal with their fields in the same order', 'query.field-order', QUERY_EMBEDDED, { a: { $eq: { x: 1, y: 2 } } }, [{ a: { x: 1, y: 2 } }], [{ a: { y: 2, x: 1 } }]],
  ['a range stays within one type: a number is not below a text', 'query.one-type', TYPE_ORDER, { a: { $gt: 1 } }, [{ a: 2 }], [{ a: 'x' }, { a: true }, { a: early }]],
  ['a range of dates finds dates only', 'query.one-type', TYPE_ORDER, { a: { $lt: late } }, [{ a: early }], [{ a: '2024-01-01' }, { a: 0 }]],
  ['NaN lies in no range of numbers', 'query.nan', TYPE_ORDER, { a: { $lte: 5 } }, [{ a: 5 }], [{ a: NaN }]],
  ['texts compare by code point', 'query.code-points', TYPE_ORDER, { a: { $gt: '\uff5e' } }, [{ a: '😀' }], [{ a: '文' }]],
  ['the option i of a pattern counts', 'query.regex-options', queryOperator('$regex'), { a: { $regex: /^AB/i } }, [{ a: 'abc' }], [{ a: 'cab' }]],
  ['a pattern finds texts only', 'query.regex-strings', queryOperator('$regex'), { a: { $regex: '1' } }, [{ a: '1' }], [{ a: 1 }, { a: 21 }]],
  ['$in takes patterns', 'query.regex-in-list', queryOperator('$in'), { a: { $in: [/^ab/, 5] } }, [{ a: 'abc' }, { a: 5 }], [{ a: 'b' }]],
  ['$all with an empty list finds nothing', 'query.all-of-nothing', queryOperator('$all'), { a: { $all: [] } }, [], [{ a: [] }, { a: 1 }, {}]],
  ['$ne leaves out an array that holds the value', 'query.negation', queryOperator('$ne'), { a: { $ne: 1 } }, [{ a: [2] }], [{ a: [1, 2] }]],
  ['$nin leaves out an array that holds one of the values', 'query.negation', queryOperator('$nin'), { a: { $nin: [1, 5] } }, [{ a: [2] }], [{ a: [2, 5] }]],
])
