import { Lazy, type Iterator } from 'mingo/lazy'
import { $group as groupIn, $lookup as lookupIn } from 'mingo/operators/pipeline'
import type { Options } from 'mingo/types'
import { indexedValues, pathOf } from './document-path'
import { refuseSort, sortedDocuments, type Sort } from './sort-documents'
import type { Document, Query } from './types'
import { bytesOf } from './value-order'

/** Finds documents of another collection. */
export type Others = (name: string, query: Query) => Document[]

interface Lookup { from?: unknown; localField?: unknown; foreignField?: unknown }

/** How many values one search for the other side of a `$lookup` asks for. */
const SEARCH = 1000

/** The documents of the other collection that any of these could join: found by index where there is one. */
const partnersOf = (documents: readonly unknown[], { from, localField, foreignField }: Record<keyof Lookup, string>, others: Others): Document[] => {
  const values = documents.flatMap((document) => indexedValues(document, pathOf(localField)).values.map((value) => (typeof value === 'symbol' ? null : value)))
  const distinct = [...new Map(values.map((value) => [bytesOf(value), value])).values()]
  const found = new Map<string, Document>()
  for (let at = 0; at < distinct.length; at += SEARCH) {
    for (const document of others(from, { [foreignField]: { $in: distinct.slice(at, at + SEARCH) } })) found.set(document._id, document)
  }
  return [...found.values()]
}

const isByField = (lookup: Lookup): lookup is Record<keyof Lookup, string> => [lookup.from, lookup.localField, lookup.foreignField].every((part) => typeof part === 'string')

interface Bucket { groupBy: unknown; boundaries: unknown[]; default?: unknown; output?: Record<string, unknown> }

/** MongoDB's own meaning of `$bucket`: a `$group` by the bound below, in order; buckets without a document are not there. */
const groupOf = ({ groupBy, boundaries, default: other, output = { count: { $sum: 1 } } }: Bucket): { _id: never } => {
  const branches = boundaries.slice(1).map((above, at) => ({ case: { $and: [{ $gte: [groupBy, { $literal: boundaries[at] }] }, { $lt: [groupBy, { $literal: above }] }] }, then: { $literal: boundaries[at] } }))
  return { _id: { $switch: { branches, ...(other !== undefined && { default: { $literal: other } }) } } as never, ...output }
}

/** Stages that read or order as this store does, in place of mingo's. */
export const pipelineStages = (others: Others) => ({
  $lookup: (input: Iterator, lookup: Lookup, options: Options): Iterator => {
    if (!isByField(lookup)) return lookupIn(input, lookup as never, options)
    const documents = input.collect()
    return lookupIn(Lazy(documents), { ...lookup, from: partnersOf(documents, lookup, others) } as never, options)
  },
  $bucket: (input: Iterator, bucket: Bucket, options: Options): Iterator =>
    groupIn(input, groupOf(bucket), options).transform((documents) => Lazy(sortedDocuments(documents as Document[], { _id: 1 }, Infinity))),
  $sort: (input: Iterator, sort: Sort): Iterator => {
    refuseSort(sort)
    return input.transform((documents) => Lazy(sortedDocuments(documents as Document[], sort, Infinity)))
  },
})
