import type { Clock } from '../clock/clock'
import { CloudError } from '../cloud-error'
import type { Document, FindOptions, Store } from '../store/types'
import { fromWire, objectFromWire, toWire } from './ejson'
import { listOf, objectsOf, optionalNumber, optionalText, textOf, type Actions, type Parameters } from './request'
import { applies } from '../rules/rules'

/** Largest page; the SDK clamps to it, whoever sends more is not the SDK. Without a limit a page holds 100. */
const MAX_PAGE = 1000
const DEFAULT_PAGE = 100
/** A reply of the database may have this many bytes. */
const MAX_REPLY_BYTES = 16 * 1024 * 1024

const pageOf = (parameters: Parameters): number => {
  if (parameters.queryType === 'DOC') return 1
  const limit = optionalNumber(parameters, 'limit') ?? (applies('page.default') ? DEFAULT_PAGE : MAX_PAGE)
  if (limit > MAX_PAGE && applies('page.most')) throw new CloudError('INVALID_PARAM', `limit must not be above ${MAX_PAGE}`)
  return limit
}

const directionsOf = (order: unknown, now: Date): FindOptions['sort'] => {
  const fields = Object.entries(objectFromWire(order, now))
  return fields.length === 0 ? undefined : (Object.fromEntries(fields) as Record<string, 1 | -1>)
}

const findOptions = (parameters: Parameters, now: Date): FindOptions => ({
  sort: applies('find.sort') ? directionsOf(parameters.order, now) : undefined,
  skip: optionalNumber(parameters, applies('find.skip') ? 'offset' : ''),
  limit: applies('find.limit') ? pageOf(parameters) : MAX_PAGE,
  projection: parameters.projection && applies('find.projection') ? objectFromWire(parameters.projection, now) : undefined,
})

const written = (values: readonly unknown[]): string[] => {
  const list = values.map(toWire)
  const bytes = list.reduce((sum, text) => sum + text.length, 0)
  if (bytes > MAX_REPLY_BYTES) throw new CloudError('DATABASE_REQUEST_FAILED', 'the result is larger than 16 MB')
  return list
}

interface Target { collection: string; query: Record<string, unknown>; transactionId: string | undefined }

const targetOf = (parameters: Parameters, now: Date): Target => ({
  collection: textOf(parameters, 'collectionName'),
  query: objectFromWire(parameters.query, now),
  transactionId: optionalText(parameters, 'transactionId'),
})

/** An aggregate that names no limit answers this many. */
const DEFAULT_AGGREGATE = 20

const stagesOf = (parameters: Parameters, now: Date): Array<Record<string, unknown>> => {
  const stages = objectsOf(parameters, 'stages').map((stage) => ({ [textOf(stage, 'stageKey')]: fromWire(textOf(stage, 'stageValue'), now) }))
  return stages.some((stage) => '$limit' in stage) || !applies('aggregate.default-limit') ? stages : [...stages, { $limit: DEFAULT_AGGREGATE }]
}

const reading = (store: Store, clock: Clock): Actions => ({
  'database.getDocument': ({ parameters }) => {
    const { collection, query, transactionId } = targetOf(parameters, clock.now())
    const options = findOptions(parameters, clock.now())
    const { docs } = store.find(collection, applies('find.query') ? query : {}, options, transactionId)
    return { data: { list: written(docs) }, limit: options.limit, offset: options.skip ?? 0 }
  },
  'database.calculateDocument': ({ parameters }) => {
    const { collection, query } = targetOf(parameters, clock.now())
    return { data: { total: store.count(collection, applies('count.query') ? query : {}).total } }
  },
  'database.aggregateDocuments': ({ parameters }) => {
    const { docs } = store.aggregate(textOf(parameters, 'collectionName'), stagesOf(parameters, clock.now()))
    return { data: { list: written(docs) } }
  },
})

/** A change without a field, where such a one is taken. */
const NOTHING: Record<string, unknown> = {}

const changeOf = (parameters: Parameters, now: Date): Record<string, unknown> => {
  const change = objectFromWire(parameters.data, now)
  const isEmpty = parameters.merge !== false && Object.keys(change).length === 0
  if (isEmpty && !applies('update.empty')) return NOTHING
  if (isEmpty) throw new CloudError('DATABASE_REQUEST_FAILED', 'update document must not be empty')
  return change
}

const writtenDocument = (doc: Document | null): string | undefined => (doc && applies('update.returns') ? toWire(doc) : undefined)

const writing = (store: Store, clock: Clock): Actions => ({
  'database.addCollection': async ({ parameters }) => {
    await store.createCollection(textOf(parameters, 'collectionName'))
    return {}
  },
  'database.insertDocument': async ({ parameters }) => {
    const docs = listOf(parameters, 'data').slice(0, applies('insert.many') ? undefined : 1).map((text) => objectFromWire(text, clock.now()))
    const insertedIds = await store.insert(textOf(parameters, 'collectionName'), docs, optionalText(parameters, 'transactionId'))
    return { data: { insertedIds } }
  },
  'database.modifyDocument': async ({ parameters }) => {
    const { collection, query, transactionId } = targetOf(parameters, clock.now())
    const { multi, upsert, merge } = parameters
    const options = { multi: multi === true && applies('update.multi'), upsert: upsert === true && applies('update.upsert'), merge: merge !== false, transactionId }
    const change = changeOf(parameters, clock.now())
    if (change === NOTHING) return { data: { updated: 0 } }
    const result = await store.modify(collection, query, change, options)
    return { data: { updated: result.updated, upsert_id: (applies('update.upsert-id') && result.upsertId) || undefined } }
  },
  'database.modifyAndReturnDoc': async ({ parameters }) => {
    const { collection, query, transactionId } = targetOf(parameters, clock.now())
    const options = { multi: false, upsert: false, merge: true, transactionId }
    const result = await store.modify(collection, query, changeOf(parameters, clock.now()), options)
    return { data: { updated: result.updated, doc: writtenDocument(result.doc) } }
  },
  'database.removeDocument': async ({ parameters }) => {
    const { collection, query, transactionId } = targetOf(parameters, clock.now())
    const deleted = await store.remove(collection, query, { multi: parameters.multi === true && applies('remove.multi'), transactionId })
    return { data: { deleted: applies('remove.counts') ? deleted : 0 } }
  },
})

const transactions = (store: Store): Actions => ({
  'database.startTransaction': () => ({ transactionId: store.begin() }),
  'database.commitTransaction': async ({ parameters }) => {
    await store.commit(textOf(parameters, 'transactionId'))
    return {}
  },
  'database.abortTransaction': async ({ parameters }) => {
    await store.abort(textOf(parameters, 'transactionId'))
    return {}
  },
})

/** Every `database.*` action over a store. */
export const databaseActions = (store: Store, clock: Clock): Actions => ({ ...reading(store, clock), ...writing(store, clock), ...transactions(store) })
