import { aggregateOperator } from './sources'
import { answers } from './tables'

const docs = [{ _id: 'a', k: 'x', n: 1 }, { _id: 'b', k: 'y', n: 2 }, { _id: 'c', k: 'x', n: 4 }]
const byK = { $sort: { _id: 1 } }
const of = aggregateOperator
const ones = [{ _id: 'a', list: [1, 2] }, { _id: 'b', list: [] }, { _id: 'c' }]

export const pipelineFacts = answers([
  ['$match lets through what meets a condition', 'aggregate.$match', of('$match'), docs, [{ $match: { k: 'x', n: { $gt: 1 } } }], [docs[2]]],
  ['$project keeps and reckons fields', 'aggregate.$project', of('$project'), docs.slice(0, 1), [{ $project: { _id: 0, n: 1, double: { $add: ['$n', '$n'] } } }], [{ n: 1, double: 2 }]],
  ['$addFields adds to what is there', 'aggregate.$addFields', of('$addFields'), docs.slice(0, 1), [{ $addFields: { more: '$n' } }], [{ ...docs[0], more: 1 }]],
  ['$group makes a row for each key', 'aggregate.$group', of('$group'), docs, [{ $group: { _id: '$k' } }, byK], [{ _id: 'x' }, { _id: 'y' }]],
  ['$sort orders', 'aggregate.$sort', of('$sort'), docs, [{ $sort: { n: -1 } }, { $project: { n: 1 } }], [{ _id: 'c', n: 4 }, { _id: 'b', n: 2 }, { _id: 'a', n: 1 }]],
  ['$skip leaves out the first', 'aggregate.$skip', of('$skip'), docs, [byK, { $skip: 2 }], [docs[2]]],
  ['$limit ends after so many', 'aggregate.$limit', of('$limit'), docs, [byK, { $limit: 1 }], [docs[0]]],
  ['$unwind makes a document of each element, none of an empty array', 'aggregate.$unwind', of('$unwind'), ones, [{ $unwind: '$list' }], [{ _id: 'a', list: 1 }, { _id: 'a', list: 2 }]],
  ['$lookup joins another collection', 'aggregate.$lookup', of('$lookup'), [{ _id: 'a', to: 'b' }, { _id: 'b' }],
    [{ $match: { _id: 'a' } }, { $lookup: { from: 'contract_things', localField: 'to', foreignField: '_id', as: 'joined' } }], [{ _id: 'a', to: 'b', joined: [{ _id: 'b' }] }]],
  ['$count counts what came', 'aggregate.$count', of('$count'), docs, [{ $match: { k: 'x' } }, { $count: 'total' }], [{ total: 2 }]],
  ['$sample takes so many', 'aggregate.$sample', of('$sample'), docs, [{ $sample: { size: 2 } }, { $count: 'total' }], [{ total: 2 }]],
  ['$sortByCount counts each value, the most frequent first', 'aggregate.$sortByCount', of('$sortByCount'), docs, [{ $sortByCount: '$k' }], [{ _id: 'x', count: 2 }, { _id: 'y', count: 1 }]],
  ['$replaceRoot puts a document within in the place of the whole', 'aggregate.$replaceRoot', of('$replaceRoot'), [{ _id: 'a', in: { b: 1 } }], [{ $replaceRoot: { newRoot: '$in' } }], [{ b: 1 }]],
  ['$bucket counts by bounds', 'aggregate.$bucket', of('$bucket'), docs, [{ $bucket: { groupBy: '$n', boundaries: [0, 2, 5] } }], [{ _id: 0, count: 1 }, { _id: 2, count: 2 }]],
  ['$bucketAuto finds the bounds by itself', 'aggregate.$bucketAuto', of('$bucketAuto'), docs, [{ $bucketAuto: { groupBy: '$n', buckets: 1 } }], [{ _id: { min: 1, max: 4 }, count: 3 }]],
  ['$facet runs several pipelines over the same documents', 'aggregate.$facet', of('$facet'), docs, [{ $facet: { one: [{ $count: 'total' }], two: [{ $match: { n: 4 } }] } }], [{ one: [{ total: 3 }], two: [docs[2]] }]],
  ['$sum adds up', 'aggregate.$sum', of('$sum'), docs, [{ $group: { _id: '$k', value: { $sum: '$n' } } }, byK], [{ _id: 'x', value: 5 }, { _id: 'y', value: 2 }]],
  ['$avg is the mean', 'aggregate.$avg', of('$avg'), docs, [{ $group: { _id: '$k', value: { $avg: '$n' } } }, byK], [{ _id: 'x', value: 2.5 }, { _id: 'y', value: 2 }]],
  ['$min is the least', 'aggregate.$min', of('$min'), docs, [{ $group: { _id: null, value: { $min: '$n' } } }], [{ _id: null, value: 1 }]],
  ['$max is the greatest', 'aggregate.$max', of('$max'), docs, [{ $group: { _id: null, value: { $max: '$n' } } }], [{ _id: null, value: 4 }]],
  ['$first is of the first document', 'aggregate.$first', of('$first'), docs, [{ $sort: { n: 1 } }, { $group: { _id: null, value: { $first: '$n' } } }], [{ _id: null, value: 1 }]],
  ['$last is of the last document', 'aggregate.$last', of('$last'), docs, [{ $sort: { n: 1 } }, { $group: { _id: null, value: { $last: '$n' } } }], [{ _id: null, value: 4 }]],
  ['$push gathers all', 'aggregate.$push', of('$push'), docs, [{ $sort: { n: 1 } }, { $group: { _id: null, value: { $push: '$k' } } }], [{ _id: null, value: ['x', 'y', 'x'] }]],
  ['$addToSet gathers each once', 'aggregate.$addToSet', of('$addToSet'), docs.slice(0, 1), [{ $group: { _id: null, value: { $addToSet: '$k' } } }], [{ _id: null, value: ['x'] }]],
  ['$stdDevPop is the deviation of all', 'aggregate.$stdDevPop', of('$stdDevPop'), [{ _id: 'a', n: 1 }, { _id: 'b', n: 3 }], [{ $group: { _id: null, value: { $stdDevPop: '$n' } } }], [{ _id: null, value: 1 }]],
  ['$stdDevSamp is the deviation of a sample', 'aggregate.$stdDevSamp', of('$stdDevSamp'), [{ _id: 'a', n: 1 }, { _id: 'b', n: 3 }, { _id: 'c', n: 5 }], [{ $group: { _id: null, value: { $stdDevSamp: '$n' } } }], [{ _id: null, value: 2 }]],
  ['$mergeObjects lets the later fields win', 'aggregate.$mergeObjects', of('$mergeObjects'), [{ _id: 'a', one: { x: 1, y: 1 }, two: { y: 2 } }], [{ $project: { _id: 0, value: { $mergeObjects: ['$one', '$two'] } } }], [{ value: { x: 1, y: 2 } }]],
])
