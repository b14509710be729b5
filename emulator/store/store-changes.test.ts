import fc from 'fast-check'
import { Query as PlainQuery } from 'mingo'
import { openFixture, type Fixture } from './store-fixture'
import type { Document, Query } from './types'
import { updatedDocument } from './update-document'

/** Random work on a store against a list in memory: documents, sizes and every index must tell the same at the end. */
const RUNS = Number(process.env.STORE_RUNS ?? 100)

const id = fc.integer({ min: 0, max: 8 }).map((at) => `d${at}`)
const shop = fc.constantFrom('s1', 's2', null)
const tags = fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 })
const serial = fc.integer({ min: 0, max: 5 })
const record = { noNullPrototype: true } as const
const fields = fc.record({ shop, tags, serial, n: serial }, { ...record, requiredKeys: [] })
const query: fc.Arbitrary<Query> = fc.oneof(id.map((_id) => ({ _id })), shop.map((value) => ({ shop: value })), fc.constantFrom('x', 'y').map((tag) => ({ tags: tag })), serial.map((value) => ({ serial: { $gte: value } })), fc.constant({}))
const change = fc.oneof(
  fc.record({ $set: fields.filter((set) => Object.keys(set).length > 0) }, record),
  fc.record({ $unset: fc.constantFrom({ shop: '' }, { serial: '' }, { tags: '' }) }, record),
  fc.record({ $set: fc.record({ tags }, record) }, record),
)

type Step =
  | { do: 'insert'; docs: Document[] }
  | { do: 'modify'; query: Query; change: Record<string, unknown>; multi: boolean }
  | { do: 'replace'; id: string; doc: Record<string, unknown> }
  | { do: 'remove'; query: Query; multi: boolean }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.tuple(id, fields).map(([_id, rest]): Document => ({ _id, ...rest })), { minLength: 1, maxLength: 3 }).map((docs): Step => ({ do: 'insert', docs })) },
  { weight: 4, arbitrary: fc.tuple(query, change, fc.boolean()).map(([asked, changed, multi]): Step => ({ do: 'modify', query: asked, change: changed, multi })) },
  { weight: 2, arbitrary: fc.tuple(id, fields).map(([one, doc]): Step => ({ do: 'replace', id: one, doc })) },
  { weight: 1, arbitrary: fc.tuple(query, fc.boolean()).map(([asked, multi]): Step => ({ do: 'remove', query: asked, multi })) },
)
type Act = { do: 'plain'; step: Step } | { do: 'transaction'; steps: Step[]; end: 'commit' | 'abort' } | { do: 'reopen' }
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: step.map((one): Act => ({ do: 'plain', step: one })) },
  { weight: 2, arbitrary: fc.tuple(fc.array(step, { maxLength: 4 }), fc.constantFrom('commit' as const, 'abort' as const)).map(([steps, end]): Act => ({ do: 'transaction', steps, end })) },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'reopen' }) },
)

const schema = {
  items: {
    indexes: [
      { name: 'shop_n', fields: [['shop', 1], ['n', -1]] as const },
      { name: 'tags_shop', fields: [['tags', 1], ['shop', 1]] as const },
      { name: 'serial', fields: [['serial', 1]] as const, unique: true },
    ],
  },
}

type List = Map<string, Document>
const byIds = (documents: Iterable<Document>): Document[] => [...documents].sort((a, b) => (a._id < b._id ? -1 : 1))
const matching = (list: List, asked: Query): Document[] => byIds(list.values()).filter((document) => new PlainQuery(asked as never).test(document as never))
const serialOf = (document: Document): unknown => document.serial ?? null

/** Puts a document into the list; false when another one has its `_id` or its serial. */
const put = (list: List, document: Document, isNew: boolean): boolean => {
  const others = [...list.values()].filter(({ _id }) => _id !== document._id)
  if ((isNew && list.has(document._id)) || others.some((other) => serialOf(other) === serialOf(document))) return false
  list.set(document._id, document)
  return true
}

/** The naive store; false when the step is refused at some document. `chosen` are those that the store would change, when it may choose. */
const naive = (list: List, one: Step, chosen: string[] | null): boolean => {
  if (one.do === 'insert') return one.docs.every((document) => put(list, document, true))
  if (one.do === 'replace') return put(list, { _id: one.id, ...one.doc }, false)
  const found = matching(list, one.query).filter(({ _id }) => chosen === null || chosen.includes(_id))
  if (one.do === 'remove') return found.every(({ _id }) => list.delete(_id))
  return found.every((document) => put(list, updatedDocument(document, one.change, one.query), false))
}

let fixture: Fixture
beforeAll(async () => {
  fixture = await openFixture(schema)
})
afterAll(() => fixture.remove())

const perform = async (one: Step, transactionId?: string): Promise<boolean> => {
  const { store } = fixture
  const work = {
    insert: (step_: Extract<Step, { do: 'insert' }>) => store.insert('items', step_.docs, transactionId),
    modify: (step_: Extract<Step, { do: 'modify' }>) => store.modify('items', step_.query, step_.change, { multi: step_.multi, upsert: false, merge: true, transactionId }),
    replace: (step_: Extract<Step, { do: 'replace' }>) => store.modify('items', { _id: step_.id }, step_.doc, { multi: false, upsert: true, merge: false, transactionId }),
    remove: (step_: Extract<Step, { do: 'remove' }>) => store.remove('items', step_.query, { multi: step_.multi, transactionId }),
  }
  try {
    await work[one.do](one as never)
    return true
  } catch (error) {
    expect(String(error)).toContain('E11000')
    return false
  }
}

/** Which documents a step touches is the store's choice where it is to touch one, or stops at a refused one: the list follows it. */
const playBoth = async (list: List, one: Step, transactionId?: string): Promise<boolean> => {
  const isFree = (one.do === 'modify' || one.do === 'remove') && !one.multi
  const first = isFree ? fixture.store.find('items', (one as { query: Query }).query, { limit: 1 }, transactionId).docs.map(({ _id }) => _id) : null
  const trial = new Map(list)
  const allowed = naive(trial, one, first)
  const multi = one.do === 'modify' && one.multi
  const done = await perform(one, transactionId)
  if (!multi) expect(done).toBe(allowed)
  const stored = (): Array<[string, Document]> => fixture.store.find('items', {}, {}, transactionId).docs.map((document) => [document._id, document])
  const next = multi && !done && transactionId === undefined ? new Map(stored()) : trial
  list.clear()
  for (const [key, document] of next) list.set(key, document)
  return done
}

const playTransaction = async (list: List, { steps, end }: Extract<Act, { do: 'transaction' }>): Promise<void> => {
  const { store } = fixture
  const transaction = store.begin()
  const inside = new Map(list)
  for (const one of steps) {
    if (!(await playBoth(inside, one, transaction))) return store.abort(transaction)
    expect(byIds(store.find('items', {}, {}, transaction).docs)).toEqual(byIds(inside.values()))
    expect(byIds(store.find('items', {}).docs)).toEqual(byIds(list.values()))
  }
  await store[end](transaction)
  if (end === 'abort') return
  list.clear()
  for (const [key, document] of inside) list.set(key, document)
}

const play = async (list: List, one: Act): Promise<void> => {
  if (one.do === 'reopen') await fixture.reopen()
  if (one.do === 'plain') await playBoth(list, one.step)
  if (one.do === 'transaction') await playTransaction(list, one)
}

const asked: Query[] = [{}, { tags: { $in: ['x', 'y'] } }, { tags: { $gt: 'x' } }, { $and: [{ tags: 'x' }, { tags: 'y' }] }, ...['s1', 's2', null].map((value) => ({ shop: value })), ...['x', 'y', 'z'].flatMap((tag) => [{ tags: tag }, { tags: tag, shop: 's1' }]), ...[0, 1, 2, 3, 4, 5, null].map((value) => ({ serial: value }))]

const compare = (list: List): void => {
  for (const one of asked) {
    expect(byIds(fixture.store.find('items', one).docs)).toEqual(matching(list, one))
    expect(fixture.store.count('items', one).total).toBe(matching(list, one).length)
  }
}

test('after any work, plain or in transactions, documents, sizes and indexes tell what a list in memory tells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12, size: 'max' }), async (acts) => {
      await fixture.store.clear()
      const list: List = new Map()
      for (const one of acts) await play(list, one)
      compare(list)
    }),
    { numRuns: RUNS },
  )
}, 600_000)
