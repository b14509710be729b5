import { Context } from 'mingo'
import { Query as MingoQuery } from 'mingo/query'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { isFields } from './document-path'
import { EXPRESSIONS } from './expressions'
import { COMPARISONS } from './query-operators'
import { refusing, requestFailed } from './store-error'
import type { Document, Query } from './types'
import type { OperatorKind } from '../rules/operators'
import { operatorApplies } from '../rules/rules'

const REFUSED = new Set(['$geoNear', '$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$where', '$function', '$accumulator', '$jsonSchema', '$text', '$out', '$merge'])

/** Refuses what this store does not have, by name, wherever it stands in a query or a pipeline. */
export const refuseOperators = (value: unknown, kind: OperatorKind): void => {
  if (Array.isArray(value)) return value.forEach((element) => refuseOperators(element, kind))
  if (!isFields(value)) return
  for (const [name, field] of Object.entries(value)) {
    if (!operatorApplies(kind, name)) throw requestFailed(`unknown operator: ${name}`)
    if (REFUSED.has(name)) throw requestFailed(`${name} is not supported here: the emulator has no geographic, text, script or writing operators.`)
    refuseOperators(field, kind)
  }
}

/** mingo's operators with MongoDB's comparisons and expressions in place of its own, and these stages of pipelines. */
export const mongoOptionsWith = (stages: Record<string, unknown>) => ({
  scriptEnabled: false,
  context: Context.from(
    Context.init({ query: COMPARISONS, pipeline: stages, expression: EXPRESSIONS } as never),
    Context.init({ accumulator, expression, pipeline, projection, query, window } as never),
  ),
})

const mongoOptions = mongoOptionsWith({})

/** A query as a test of documents. @throws StoreError when it is not one. */
export const matcherOf = (condition: Query): ((document: unknown) => boolean) => {
  refuseOperators(condition, 'query')
  const compiled = refusing(() => new MingoQuery<Record<string, unknown>>(condition as never, mongoOptions))
  return (document) => refusing(() => compiled.test(document as Record<string, unknown>))
}

/** The documents with the fields that a projection names. */
export const projected = (documents: Document[], projection_: Record<string, unknown> | undefined): Document[] => {
  if (!projection_ || Object.keys(projection_).length === 0) return documents
  const fields = Object.fromEntries(Object.entries(projection_).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]))
  return refusing(() => new MingoQuery<Document>({} as never, mongoOptions).find<Document>(documents, fields as never).all())
}
