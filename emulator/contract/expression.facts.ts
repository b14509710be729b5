import { OPERATORS } from '../rules/operators'
import type { Rule } from '../rules/rules'
import type { Fact } from './fact'
import { aggregateOperator } from './sources'
import { reckons, type ExpressionRow } from './tables'

type Name = (typeof OPERATORS.aggregate)[number]

/** Expressions over `{ n: 7, list: [3, 1, 2], text: 'Ab-cd', nothing: null, at: 2024-02-29T23:59:58.123Z }`. */
const VALUES: ReadonlyArray<readonly [Name, unknown, unknown]> = [
  ['$abs', { $abs: -3 }, 3], ['$add', { $add: ['$n', 1] }, 8], ['$ceil', { $ceil: 1.2 }, 2], ['$divide', { $divide: ['$n', 2] }, 3.5], ['$exp', { $exp: 0 }, 1],
  ['$floor', { $floor: 1.8 }, 1], ['$ln', { $ln: 1 }, 0], ['$log', { $log: [8, 2] }, 3], ['$log10', { $log10: 100 }, 2], ['$mod', { $mod: ['$n', 4] }, 3],
  ['$multiply', { $multiply: ['$n', 3] }, 21], ['$pow', { $pow: [2, 5] }, 32], ['$sqrt', { $sqrt: 9 }, 3], ['$subtract', { $subtract: ['$n', 10] }, -3], ['$trunc', { $trunc: -1.8 }, -1],
  ['$arrayElemAt', { $arrayElemAt: ['$list', -1] }, 2], ['$arrayToObject', { $arrayToObject: { $literal: [{ k: 'a', v: 1 }] } }, { a: 1 }],
  ['$concatArrays', { $concatArrays: ['$list', [9]] }, [3, 1, 2, 9]], ['$filter', { $filter: { input: '$list', as: 'one', cond: { $gt: ['$$one', 1] } } }, [3, 2]],
  ['$in', { $in: [2, '$list'] }, true], ['$indexOfArray', { $indexOfArray: ['$list', 2] }, 2], ['$isArray', { $isArray: '$list' }, true],
  ['$map', { $map: { input: '$list', as: 'one', in: { $add: ['$$one', 1] } } }, [4, 2, 3]], ['$objectToArray', { $objectToArray: { a: '$n' } }, [{ k: 'a', v: 7 }]],
  ['$range', { $range: [0, 6, 2] }, [0, 2, 4]], ['$reduce', { $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
  ['$reverseArray', { $reverseArray: '$list' }, [2, 1, 3]], ['$size', { $size: '$list' }, 3], ['$slice', { $slice: ['$list', 1, 1] }, [1]],
  ['$zip', { $zip: { inputs: ['$list', ['a', 'b']] } }, [[3, 'a'], [1, 'b']]],
  ['$and', { $and: [true, '$n'] }, true], ['$or', { $or: [false, '$nothing'] }, false], ['$not', { $not: [false] }, true], ['$cmp', { $cmp: ['$n', 9] }, -1],
  ['$eq', { $eq: ['$n', 7] }, true], ['$ne', { $ne: ['$n', 7] }, false], ['$gt', { $gt: ['$n', 7] }, false], ['$gte', { $gte: ['$n', 7] }, true], ['$lt', { $lt: ['$n', 8] }, true], ['$lte', { $lte: ['$n', 6] }, false],
  ['$cond', { $cond: { if: { $gt: ['$n', 5] }, then: 'many', else: 'few' } }, 'many'], ['$ifNull', { $ifNull: ['$nothing', 'none'] }, 'none'],
  ['$switch', { $switch: { branches: [{ case: { $eq: ['$n', 7] }, then: 'seven' }], default: 'other' } }, 'seven'],
  ['$let', { $let: { vars: { twice: { $multiply: ['$n', 2] } }, in: '$$twice' } }, 14], ['$literal', { $literal: '$n' }, '$n'],
  ['$dateFromParts', { $dateFromParts: { year: 2024, month: 2, day: 29 } }, new Date('2024-02-29T00:00:00Z')],
  ['$dateFromString', { $dateFromString: { dateString: '2024-02-29T10:00:00Z' } }, new Date('2024-02-29T10:00:00Z')],
  ['$dateToString', { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' } }, '2024-03-01 07:59'],
  ['$dayOfMonth', { $dayOfMonth: '$at' }, 29], ['$dayOfWeek', { $dayOfWeek: '$at' }, 5], ['$dayOfYear', { $dayOfYear: '$at' }, 60], ['$hour', { $hour: '$at' }, 23],
  ['$isoDayOfWeek', { $isoDayOfWeek: '$at' }, 4], ['$isoWeek', { $isoWeek: '$at' }, 9], ['$isoWeekYear', { $isoWeekYear: '$at' }, 2024], ['$millisecond', { $millisecond: '$at' }, 123],
  ['$minute', { $minute: '$at' }, 59], ['$month', { $month: '$at' }, 2], ['$second', { $second: '$at' }, 58], ['$week', { $week: '$at' }, 8], ['$year', { $year: '$at' }, 2024],
  ['$allElementsTrue', { $allElementsTrue: [[1, '$n']] }, true], ['$anyElementTrue', { $anyElementTrue: [[0, '$nothing']] }, false], ['$setDifference', { $setDifference: ['$list', [1, 2]] }, [3]],
  ['$setEquals', { $setEquals: ['$list', [1, 2, 3, 3]] }, true], ['$setIntersection', { $setIntersection: ['$list', [1, 9]] }, [1]], ['$setIsSubset', { $setIsSubset: [[1, 2], '$list'] }, true],
  ['$setUnion', { $size: { $setUnion: ['$list', [1, 9]] } }, 4],
  ['$concat', { $concat: ['$text', '!'] }, 'Ab-cd!'], ['$indexOfCP', { $indexOfCP: ['$text', 'c'] }, 3], ['$split', { $split: ['$text', '-'] }, ['Ab', 'cd']], ['$strLenCP', { $strLenCP: '文字' }, 2],
  ['$strcasecmp', { $strcasecmp: ['$text', 'AB-CD'] }, 0], ['$substrCP', { $substrCP: ['$text', 1, 2] }, 'b-'], ['$toLower', { $toLower: '$text' }, 'ab-cd'], ['$toUpper', { $toUpper: '$text' }, 'AB-CD'],
  ['$type', { $type: '$text' }, 'string'],
]

const rowOf = ([name, expression, value]: readonly [Name, unknown, unknown]): ExpressionRow => [`aggregate.${name}` as Rule & `aggregate.${string}`, aggregateOperator(name), expression, value]

export const expressionFacts: Fact[] = reckons(VALUES.map(rowOf))
