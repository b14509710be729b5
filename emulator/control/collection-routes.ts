import { CloudError } from '../cloud-error'
import type { Store } from '../store/types'
import type { ControlCall, ControlRoutes } from './routes'

const objectIn = ({ incoming }: ControlCall, name: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(incoming.query.get(name) || '{}')
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Falls through: refused like any other value that is no object.
  }
  throw new CloudError('INVALID_PARAM', `${name} must be a JSON object`)
}

const numberIn = ({ incoming }: ControlCall, name: string, otherwise: number): number => {
  const value = Number(incoming.query.get(name) ?? otherwise)
  return Number.isInteger(value) && value >= 0 ? value : otherwise
}

/** By id unless asked otherwise: that order is always an index. */
const sortOf = (call: ControlCall): Record<string, 1 | -1> => {
  const sort = objectIn(call, 'sort') as Record<string, 1 | -1>
  return Object.keys(sort).length > 0 ? sort : { _id: 1 }
}

const MAX_PAGE = 200

const totalOf = (store: Store, name: string, query: Record<string, unknown>): number | null => {
  try {
    return store.count(name, query).total
  } catch {
    return null
  }
}

/** Collections for looking into: a page of documents, and which index served it. A query that no index serves is refused where the schema says so. */
export const collectionRoutes = (store: Store): ControlRoutes => ({
  'GET collections': () => store.collections().sort().map((name) => ({ name, total: totalOf(store, name, {}) })),
  'GET collections/*': (call) => {
    const query = objectIn(call, 'query')
    const options = { skip: numberIn(call, 'skip', 0), limit: Math.min(numberIn(call, 'limit', 20), MAX_PAGE), sort: sortOf(call) }
    const { docs, explain } = store.find(call.tail, query, options)
    return { docs, explain, total: totalOf(store, call.tail, query) }
  },
})
