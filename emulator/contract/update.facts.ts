import { ALL_POSITIONAL, COMMANDS, DOCUMENTS, POSITIONAL, UPDATE_METHODS, seen, updateOperator } from './sources'
import { changes, refuses } from './tables'

const PATHS = seen('Addendum', 'an update whose path runs through a scalar, null, or an array by a non-index must be refused')

export const updateFacts = [
  ...changes([
    ['$set sets a field and makes the way to it', 'update.$set', COMMANDS, {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
    ['$unset takes a field away', 'update.$unset', COMMANDS, { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$inc adds', 'update.$inc', COMMANDS, { a: 1 }, { $inc: { a: -3 } }, { a: -2 }],
    ['$mul multiplies', 'update.$mul', COMMANDS, { a: 4 }, { $mul: { a: 2.5 } }, { a: 10 }],
    ['$min keeps the lesser', 'update.$min', updateOperator('$min'), { a: 4, b: 4 }, { $min: { a: 2, b: 9 } }, { a: 2, b: 4 }],
    ['$max keeps the greater', 'update.$max', updateOperator('$max'), { a: 4, b: 4 }, { $max: { a: 2, b: 9 } }, { a: 4, b: 9 }],
    ['$rename moves a field', 'update.$rename', updateOperator('$rename'), { a: 1 }, { $rename: { a: 'c.d' } }, { c: { d: 1 } }],
    ['$push puts at the end, and makes the array', 'update.$push', COMMANDS, { a: [1] }, { $push: { a: 2, b: 3 } }, { a: [1, 2], b: [3] }],
    ['$push with $each puts several', 'update.$each', updateOperator('$each'), { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['$push with $position puts them there', 'update.$position', updateOperator('$position'), { a: [1] }, { $push: { a: { $each: [2, 3], $position: 0 } } }, { a: [2, 3, 1] }],
    ['$push with $slice keeps the last ones', 'update.$slice', updateOperator('$slice'), { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    ['$push with $sort orders the array', 'update.$sort', updateOperator('$sort'), { a: [{ n: 2 }, { n: 3 }] }, { $push: { a: { $each: [{ n: 1 }], $sort: { n: -1 } } } }, { a: [{ n: 3 }, { n: 2 }, { n: 1 }] }],
    ['$addToSet adds what is not there', 'update.$addToSet', updateOperator('$addToSet'), { a: [1], b: [1] }, { $addToSet: { a: 1, b: 2 } }, { a: [1], b: [1, 2] }],
    ['$addToSet with $each adds each once', 'update.$each', updateOperator('$addToSet'), { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['$pop takes the last, with -1 the first', 'update.$pop', COMMANDS, { a: [1, 2], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1], b: [2] }],
    ['$pull takes every equal element', 'update.$pull', updateOperator('$pull'), { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull takes what meets a condition', 'update.pull-condition', updateOperator('$pull'), { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull by fields takes documents that have more', 'update.pull-fields', updateOperator('$pull'), { a: [{ x: 1, y: 2 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
    ['$pullAll takes each of a list', 'update.$pullAll', updateOperator('$pullAll'), { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$inc of a missing field begins at zero', 'update.missing-is-zero', updateOperator('$inc'), {}, { $inc: { a: 2 } }, { a: 2 }],
    ['$mul of a missing field makes it zero', 'update.missing-is-zero', updateOperator('$mul'), {}, { $mul: { a: 2 } }, { a: 0 }],
    ['$min and $max set a missing field', 'update.extremes-set-missing', updateOperator('$min'), {}, { $min: { a: 2 }, $max: { b: 3 } }, { a: 2, b: 3 }],
    ['$unset of an element leaves null in its place', 'update.unset-element', updateOperator('$unset'), { a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
    ['a position beyond the end is reached with nulls', 'update.padding', updateOperator('$set'), { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$ is the first element that the query meant', 'update.positional', POSITIONAL, { a: [1, 5, 9] }, { $set: { 'a.$': 0 } }, { a: [1, 0, 9] }, { a: 5 }],
    ['$ goes on into the document that it found', 'update.positional', POSITIONAL, { a: [{ x: 1 }, { x: 2, y: 0 }] }, { $inc: { 'a.$.y': 1 } }, { a: [{ x: 1 }, { x: 2, y: 1 }] }, { 'a.x': 2 }],
    ['$[] is every element', 'update.all-positions', ALL_POSITIONAL, { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
  ]),
  ...refuses([
    ['$inc of a text is refused', 'update.numbers-only', updateOperator('$inc'), { a: 'x' }, { $inc: { a: 1 } }],
    ['$inc of null is refused', 'update.numbers-only', updateOperator('$inc'), { a: null }, { $inc: { a: 1 } }],
    ['$push onto what is no array is refused', 'update.arrays-only', updateOperator('$push'), { a: 1 }, { $push: { a: 2 } }],
    ['two changes of one path are refused', 'update.conflicts', UPDATE_METHODS, { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }],
    ['a path with an empty part is refused', 'update.path-names', DOCUMENTS, { a: 1 }, { $set: { 'b..c': 1 } }],
    ['a value with a field that begins with $ is refused', 'document.dollar-names', seen('Addendum', 'field names that begin with `$` must be refused'), { a: 1 }, { $set: { b: { $c: 1 } } }],
    ['a path through a number is refused', 'update.through-scalar', PATHS, { a: 1 }, { $set: { 'a.b': 2 } }],
    ['a path through null is refused', 'update.through-scalar', PATHS, { a: null }, { $set: { 'a.b': 2 } }],
    ['a name within an array is refused', 'update.array-by-name', PATHS, { a: [1] }, { $set: { 'a.b': 2 } }],
    ['$ without a condition on the array is refused', 'update.positional-match', POSITIONAL, { a: [1, 2] }, { $set: { 'a.$': 0 } }],
  ]),
]
