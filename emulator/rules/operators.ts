/** Operators that can be switched off one by one: where one is off, the store refuses it as unknown. */
export const OPERATORS = {
  query: [
    '$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$and', '$or', '$nor', '$not', '$exists', '$type', '$expr', '$mod', '$all', '$elemMatch', '$size',
  ],
  update: ['$set', '$unset', '$inc', '$mul', '$min', '$max', '$rename', '$push', '$addToSet', '$pop', '$pull', '$pullAll', '$each', '$position', '$slice', '$sort'],
  aggregate: [
    '$match', '$project', '$addFields', '$group', '$sort', '$skip', '$limit', '$unwind', '$lookup', '$count', '$sample', '$sortByCount', '$replaceRoot', '$bucket', '$bucketAuto', '$facet',
    '$sum', '$avg', '$min', '$max', '$first', '$last', '$push', '$addToSet', '$stdDevPop', '$stdDevSamp', '$mergeObjects',
    '$abs', '$add', '$ceil', '$divide', '$exp', '$floor', '$ln', '$log', '$log10', '$mod', '$multiply', '$pow', '$sqrt', '$subtract', '$trunc',
    '$arrayElemAt', '$arrayToObject', '$concatArrays', '$filter', '$in', '$indexOfArray', '$isArray', '$map', '$objectToArray', '$range', '$reduce', '$reverseArray', '$size', '$slice', '$zip',
    '$and', '$or', '$not', '$cmp', '$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$cond', '$ifNull', '$switch', '$let', '$literal',
    '$dateFromParts', '$dateFromString', '$dateToString', '$dayOfMonth', '$dayOfWeek', '$dayOfYear', '$hour', '$isoDayOfWeek', '$isoWeek', '$isoWeekYear', '$millisecond', '$minute', '$month', '$second', '$week', '$year',
    '$allElementsTrue', '$anyElementTrue', '$setDifference', '$setEquals', '$setIntersection', '$setIsSubset', '$setUnion',
    '$concat', '$indexOfCP', '$split', '$strLenCP', '$strcasecmp', '$substrCP', '$toLower', '$toUpper', '$type',
  ],
} as const

export type OperatorKind = keyof typeof OPERATORS

export type OperatorRule = { [Kind in OperatorKind]: `${Kind}.${(typeof OPERATORS)[Kind][number]}` }[OperatorKind]

export const OPERATOR_RULES: readonly string[] = Object.entries(OPERATORS).flatMap(([kind, names]) => names.map((name) => `${kind}.${name}`))
