import { EJSON } from 'bson'
import { CloudError } from '../cloud-error'
import { insertAll } from '../persistence'
import type { Document, Store } from '../store/types'
import { fromWire } from '../wire/ejson'
import { isObject, type ControlRoutes } from './routes'

const FORMAT = 'cloudbase-emulator-data'
const VERSION = 1
const LARGEST = 512 * 1024 * 1024

type Collections = Record<string, Document[]>

const contentsOf = (store: Store): Collections => Object.fromEntries(store.collections().sort().map((name) => [name, store.find(name, {}, { sort: { _id: 1 }, limit: Number.MAX_SAFE_INTEGER }).docs]))

const refused = (why: string): CloudError => new CloudError('INVALID_PARAM', `this is no file of an export: ${why}`)

const refuseCollection = (name: string, docs: unknown): void => {
  const ids = Array.isArray(docs) ? docs.map((doc: unknown) => (isObject(doc) ? doc._id : undefined)) : [undefined]
  if (!ids.every((id) => typeof id === 'string' && id !== '')) throw refused(`${name} must be a list of documents with an _id`)
  if (new Set(ids).size !== ids.length) throw refused(`${name} holds an _id twice`)
}

/** @throws CloudError INVALID_PARAM before anything is touched */
const readExport = (text: string, now: Date): Collections => {
  const value = fromWire(text, now)
  if (!isObject(value) || value.format !== FORMAT || value.version !== VERSION || !isObject(value.collections)) throw refused(`format ${FORMAT}, version ${VERSION} is wanted`)
  for (const [name, docs] of Object.entries(value.collections)) refuseCollection(name, docs)
  return value.collections as Collections
}

const put = async (store: Store, collections: Collections): Promise<void> => {
  await store.clear()
  for (const [name, docs] of Object.entries(collections)) await insertAll(store, name, docs)
}

/** Puts the documents in the place of all there are; when an index refuses one of them, the old ones are put back. */
const replace = async (store: Store, collections: Collections): Promise<void> => {
  const before = contentsOf(store)
  try {
    await put(store, collections)
  } catch (error) {
    await put(store, before)
    throw error
  }
}

/** All documents as one file (extended JSON), and such a file in the place of all documents. Files, people and messages are not in it. */
export const exportRoutes = (store: Store, now: () => Date): ControlRoutes => ({
  'GET export': () => ({
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="cloudbase-data.json"' },
    body: EJSON.stringify({ format: FORMAT, version: VERSION, collections: contentsOf(store) }, { relaxed: true }),
  }),
  'PUT import': async ({ incoming }) => {
    const collections = readExport((await incoming.body(LARGEST)).toString('utf8'), now())
    await replace(store, collections)
    return { collections: Object.entries(collections).map(([name, docs]) => ({ name, total: docs.length })) }
  },
})
