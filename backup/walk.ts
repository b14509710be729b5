import type { Collection, Documents } from '../cloud/documents'
import type { DocumentStore, FindOptions, Where } from '../cloud/ports'
import { schema } from '../cloud/schema'
import { COLLECTIONS, PLACES, type Place } from './places'

type Doc = Documents[Collection]
export interface Found { collection: Collection; doc: Doc }

const PAGE = 100
const PARENTS = 50
/** A collection that grew while it was read is read again, this often at most. */
const ROUNDS = 3

/** Along an index, so that no page has to sort what it skips. */
function orderOf(collection: Collection, first: string): FindOptions['sort'] {
  const index = schema[collection].indexes.find(({ fields }) => fields[0]?.[0] === first)
  if (!index) throw new Error(`${collection}: no index begins with ${first}`)
  return index.fields
}

interface Question { collection: Collection; where: Where; sort: FindOptions['sort'] }

async function* pages(store: DocumentStore, { collection, where, sort }: Question): AsyncGenerator<Doc> {
  for (let skip = 0; ; skip += PAGE) {
    const page: Doc[] = await store.find(collection, where, { sort, skip, limit: PAGE })
    yield* page
    if (page.length < PAGE) return
  }
}

/** Each document once, also where pages moved while somebody wrote. */
async function* once(store: DocumentStore, question: Question): AsyncGenerator<Doc> {
  const seen = new Set<string>()
  const isNew = ({ _id }: Doc): boolean => seen.size < seen.add(_id).size
  for (let round = 1; round <= ROUNDS; round += 1) {
    for await (const doc of pages(store, question)) yield* isNew(doc) ? [doc] : []
    if (await store.count(question.collection, question.where) <= seen.size) return
  }
}

const inParts = (ids: readonly string[]): string[][] => Array.from({ length: Math.ceil(ids.length / PARENTS) }, (_, at) => ids.slice(at * PARENTS, (at + 1) * PARENTS))

type Reading = { store: DocumentStore; institutionId: string; parents: ReadonlyMap<Collection, readonly string[]> }

function questionsOf({ institutionId, parents }: Reading, collection: Collection, place: Place): Question[] {
  if ('left' in place || place.by === 'ids') return []
  if (place.by === 'institution') return [{ collection, where: { institutionId }, sort: orderOf(collection, 'institutionId') }]
  const sort = orderOf(collection, place.field)
  return inParts(parents.get(place.parent) ?? []).map((ids) => ({ collection, where: { [place.field]: { in: ids } }, sort }))
}

async function* ofPlace(reading: Reading, collection: Collection, place: Place): AsyncGenerator<Doc> {
  const ids = 'by' in place && place.by === 'ids' ? place.of(reading.institutionId) : []
  const known: Array<Doc | null> = await Promise.all(ids.map((id) => reading.store.get(collection, id)))
  yield* known.filter((doc) => doc !== null)
  for (const question of questionsOf(reading, collection, place)) yield* once(reading.store, question)
}

const PARENT_COLLECTIONS = new Set(Object.values(PLACES).flatMap((place) => ('parent' in place ? [place.parent] : [])))

/** Every document of an institution, in the order of restoring. */
export async function* documentsOf(store: DocumentStore, institutionId: string): AsyncGenerator<Found> {
  const parents = new Map<Collection, string[]>([...PARENT_COLLECTIONS].map((collection) => [collection, []]))
  for (const collection of COLLECTIONS) {
    for await (const doc of ofPlace({ store, institutionId, parents }, collection, PLACES[collection])) {
      parents.get(collection)?.push(doc._id)
      yield { collection, doc }
    }
  }
}
