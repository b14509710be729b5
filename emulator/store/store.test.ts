import { ObjectId } from 'bson'
import { NOON, openFixture, type Fixture } from './store-fixture'
import type { Document, Schema, Store } from './types'

const schema: Schema = {
  items: {
    indexes: [
      { name: 'shop_kind_price', fields: [['shop', 1], ['kind', 1], ['price', -1]] },
      { name: 'shop_price', fields: [['shop', 1], ['price', 1]] },
      { name: 'tags', fields: [['tags', 1]] },
      { name: 'code', fields: [['code', 1]], unique: true },
      { name: 'day', fields: [['day', 1]] },
    ],
  },
  orders: { indexes: [{ name: 'item', fields: [['item', 1]] }], requireIndex: true },
  lists: { indexes: [{ name: 'sku', fields: [['lines.sku', 1]] }, { name: 'marks', fields: [['marks', 1], ['n', 1]] }, { name: 'word', fields: [['word', 1]] }] },
  pairs: { indexes: [{ name: 'both', fields: [['left', 1], ['right', 1]] }] },
  free: {},
}
const plain = { multi: false, upsert: false, merge: true }
const many = { ...plain, multi: true }

let fixture: Fixture
let store: Store

beforeEach(async () => {
  fixture = await openFixture(schema)
  store = fixture.store
})
afterEach(() => fixture.remove())

const items = (count: number): Document[] =>
  Array.from({ length: count }, (_, at) => ({ _id: `i${at}`, shop: `s${at % 4}`, kind: `k${at % 3}`, price: at, code: `c${at}`, tags: [`t${at % 2}`, `t${at % 5}`], day: new Date(at * 1000) }))
const ids = (documents: Document[]): string[] => documents.map(({ _id }) => _id)

describe('documents', () => {
  test('every type comes back as it was stored, also after the store was closed', async () => {
    const document = {
      _id: 'x', n: 1.5, big: 2 ** 53, text: 'é中😀\u0000', yes: true, none: null, at: new Date(-1), list: [1, [2, null], { a: [] }], empty: {}, nested: { deep: { date: new Date(5) } },
    }
    const special = { _id: 'y', pattern: /a.b/i, id: new ObjectId('0123456789abcdef01234567'), at: new Date(7), n: -2.5, list: [/x/] }
    await store.insert('free', [document, special])
    store = await fixture.reopen()
    expect(store.find('free', {}, { sort: { _id: 1 } }).docs).toEqual([document, special])
  })

  test('a document without _id gets 32 hexadecimal digits', async () => {
    const [id] = await store.insert('free', [{ a: 1 }])
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(store.find('free', { _id: id }).docs).toEqual([{ _id: id, a: 1 }])
  })

  test('undefined fields are not stored, and what the caller does with his document later changes nothing', async () => {
    const mine = { _id: 'a', gone: undefined, list: [1] }
    await store.insert('free', [mine])
    mine.list.push(2)
    expect(store.find('free', { gone: { $exists: true } }).docs).toEqual([])
    expect(store.find('free', {}).docs).toStrictEqual([{ list: [1], _id: 'a' }])
  })

  test('the server\'s date is the store\'s clock plus the offset, in documents, updates and queries', async () => {
    await store.insert('free', [{ _id: 'a', at: { $tcb_server_date: { offset: 0 } } }])
    await store.modify('free', { _id: 'a' }, { $set: { 'nested.at': { $tcb_server_date: { offset: -1000 } } } }, plain)
    expect(store.find('free', { at: { $lte: { $tcb_server_date: { offset: 1 } } } }).docs).toEqual([{ _id: 'a', at: NOON, nested: { at: new Date(NOON.getTime() - 1000) } }])
  })

  test('several documents go in in order; those before a refused one stay', async () => {
    const refused = store.insert('items', [{ _id: 'a', code: 1 }, { _id: 'b', code: 1 }, { _id: 'c', code: 2 }])
    await expect(refused).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: 'E11000 duplicate key error collection: items index: code dup key: { code: 1 }' })
    expect(ids(store.find('items', {}).docs)).toEqual(['a'])
  })

  test('an _id is unique', async () => {
    await store.insert('free', [{ _id: 'a' }])
    await expect(store.insert('free', [{ _id: 'a' }])).rejects.toThrow('E11000 duplicate key error collection: free index: _id_ dup key: { _id: "a" }')
  })

  test('of many inserts of one unique key at once, one wins', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => store.insert('items', [{ code: 'same' }])))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(store.count('items', { code: 'same' }).total).toBe(1)
  })

  test('a missing field counts as null in a unique index', async () => {
    await store.insert('items', [{ _id: 'a' }])
    await expect(store.insert('items', [{ _id: 'b', code: null }])).rejects.toThrow('index: code dup key: { code: null }')
  })

  test.each<[string, Record<string, unknown>]>([
    ['a name with a dollar sign', { $a: 1 }],
    ['one deep inside', { list: [{ o: { $a: 1 } }] }],
    ['a number as _id', { _id: 5 }],
    ['an empty _id', { _id: '' }],
    ['an _id that is too long', { _id: 'x'.repeat(600) }],
  ])('%s is refused', async (_, document) => {
    await expect(store.insert('free', [document])).rejects.toMatchObject({ name: 'StoreError' })
    expect(store.count('free', {}).total).toBe(0)
  })

  test('many documents are written in several steps, which a close waits for', async () => {
    const inserted = store.insert('items', items(900))
    const changed = store.modify('items', {}, { $set: { price: 0 } }, many)
    store = await fixture.reopen()
    await expect(inserted).resolves.toHaveLength(900)
    await changed
    expect(store.count('items', {}).total).toBe(900)
    await expect(store.modify('items', {}, { $set: { price: -1 } }, many)).resolves.toMatchObject({ updated: 900 })
    expect(store.count('items', { shop: { $in: ['s0', 's1', 's2', 's3'] }, price: -1 }).total).toBe(900)
    await expect(store.remove('items', { price: -1 }, { multi: true })).resolves.toBe(900)
  })

  test('more writes at once than one step takes all end', async () => {
    const results = await Promise.all(Array.from({ length: 700 }, (_, at) => store.insert('free', [{ _id: `f${at}` }])))
    expect(results.flat()).toHaveLength(700)
    expect(store.find('free', {}).docs).toHaveLength(700)
  })

  test('a collection must be there', async () => {
    const missing = expect.objectContaining({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    await expect(store.insert('nowhere', [{}])).rejects.toEqual(missing)
    expect(() => store.find('nowhere', {})).toThrow(missing)
    expect(() => store.count('nowhere', {})).toThrow(missing)
    expect(() => store.aggregate('nowhere', [])).toThrow(missing)
    await expect(store.remove('nowhere', {}, { multi: true })).rejects.toEqual(missing)
    await expect(store.modify('nowhere', {}, { $set: { a: 1 } }, many)).rejects.toEqual(missing)
  })

  test('a collection can be made once, and stays', async () => {
    await store.createCollection('extra')
    await expect(store.createCollection('extra')).rejects.toThrow('already exist')
    await expect(store.createCollection('../bad')).rejects.toMatchObject({ code: 'INVALID_PARAM' })
    await store.insert('extra', [{ _id: 'a' }])
    store = await fixture.reopen()
    expect(store.collections()).toEqual(expect.arrayContaining(['extra', 'items']))
    expect(store.count('extra', {}).total).toBe(1)
  })

  test('clearing empties every collection and keeps the schema', async () => {
    await store.insert('items', items(10))
    await store.clear()
    expect(store.count('items', {}).total).toBe(0)
    expect(store.find('items', { tags: 't1' })).toEqual({ docs: [], explain: { index: 'tags', examined: 0 } })
    await store.insert('items', items(3))
    expect(ids(store.find('items', { tags: 't1' }).docs)).toEqual(['i1'])
  })
})

describe('which index serves a query', () => {
  beforeEach(() => store.insert('items', items(60)))

  test.each<[string, Record<string, unknown>, Record<string, unknown>, string | null, number]>([
    ['an _id', { _id: 'i7' }, {}, '_id_', 1],
    ['several _ids, one of them missing', { _id: { $in: ['i7', 'i9', 'no'] } }, {}, '_id_', 2],
    ['a unique key', { code: 'c5' }, {}, 'code', 1],
    ['an equality', { shop: 's1' }, {}, 'shop_kind_price', 15],
    ['two equalities', { shop: 's1', kind: 'k0' }, {}, 'shop_kind_price', 5],
    ['an equality and a range', { shop: 's1', price: { $gte: 40 } }, {}, 'shop_price', 5],
    ['a range given as two conditions', { $and: [{ price: { $gt: 10 } }, { price: { $lt: 20 } }, { shop: 's1' }] }, {}, 'shop_price', 2],
    ['a prefix of a text', { shop: 's1', kind: /^k[01]/ }, {}, 'shop_kind_price', 15],
    ['an element of an array', { tags: 't3' }, {}, 'tags', 12],
    ['any of several values', { shop: { $in: ['s1', 's2'] }, kind: 'k1' }, {}, 'shop_kind_price', 10],
    ['dates', { day: { $lt: new Date(5000) } }, {}, 'day', 5],
    ['an order, to the limit', { shop: 's1' }, { sort: { price: 1 }, limit: 3 }, 'shop_price', 3],
    ['an order, backward and skipping', { shop: 's1' }, { sort: { price: -1 }, skip: 2, limit: 3 }, 'shop_price', 5],
    ['an order over several values, merged', { shop: { $in: ['s1', 's2', 's3'] } }, { sort: { price: -1 }, limit: 4 }, 'shop_price', 4],
    ['an order without a condition', {}, { sort: { day: -1 }, limit: 2 }, 'day', 2],
    ['an order by _id', {}, { sort: { _id: 1 }, limit: 2 }, '_id_', 2],
    ['an order with _id behind it', { shop: 's1' }, { sort: { price: 1, _id: 1 }, limit: 2 }, 'shop_price', 2],
    ['alternatives that each have an index', { $or: [{ code: 'c1' }, { tags: 't3' }] }, {}, 'code, tags', 13],
    ['an order that no index has', { shop: 's1' }, { sort: { other: 1 }, limit: 2 }, 'shop_kind_price', 15],
    ['no index', { kind: 'k1' }, {}, null, 60],
    ['no index but an order: any document may have to be read', { kind: 'k9' }, { sort: { day: 1 }, limit: 1 }, null, 60],
    ['an alternative without an index', { $or: [{ code: 'c1' }, { kind: 'k1' }] }, {}, null, 60],
    ['everything', {}, {}, null, 60],
  ])('%s', (_, query, options, index, examined) => {
    expect(store.find('items', query, options).explain).toEqual({ index, examined })
  })

  test('a merged order is the order of all', () => {
    const found = store.find('items', { shop: { $in: ['s1', 's2', 's3'] } }, { sort: { price: -1 }, skip: 1, limit: 4 })
    expect(ids(found.docs)).toEqual(['i58', 'i57', 'i55', 'i54'])
  })

  test.each<[string, Record<string, unknown>, number, string | null, number]>([
    ['everything, by the collection\'s size', {}, 60, '_id_', 0],
    ['a covered equality', { shop: 's1' }, 15, 'shop_kind_price', 0],
    ['a covered range', { shop: 's1', price: { $gte: 40, $lt: 50 } }, 3, 'shop_price', 0],
    ['a covered element, each document once', { tags: { $in: ['t1', 't3'] } }, 42, 'tags', 0],
    ['a prefix', { shop: /^s/ }, 60, 'shop_kind_price', 0],
    ['an index and a remainder', { shop: 's1', day: { $exists: true } }, 15, 'shop_kind_price', 15],
    ['null, where arrays blur it', { tags: null }, 0, 'tags', 0],
    ['no index', { kind: 'k1' }, 20, null, 60],
  ])('a count of %s', (_, query, total, index, examined) => {
    expect(store.count('items', query)).toEqual({ total, explain: { index, examined } })
  })

  test('null in an index over arrays is not taken for a match', async () => {
    await store.insert('lists', [{ _id: 'a', lines: [] }, { _id: 'b', lines: [5] }, { _id: 'c', lines: [{}] }, { _id: 'd', lines: [{ sku: 's' }] }])
    expect(store.count('lists', { 'lines.sku': null })).toEqual({ total: 1, explain: { index: 'sku', examined: 3 } })
    expect(store.count('lists', { 'lines.sku': 's' })).toEqual({ total: 1, explain: { index: 'sku', examined: 0 } })
  })

  test('an index over arrays orders nothing by them', async () => {
    await store.insert('lists', [{ _id: 'a', marks: [1, 9], n: 1 }, { _id: 'b', marks: [5], n: 2 }, { _id: 'c', marks: [6, 0], n: 3 }])
    const order = (query: Record<string, unknown>, sort: Record<string, 1 | -1>): string => ids(store.find('lists', query, { sort, limit: 9 }).docs).join('')
    expect(order({ marks: { $gt: 4 } }, { marks: 1 })).toBe('cab')
    expect(order({ marks: { $lt: 6 } }, { marks: -1 })).toBe('acb')
    expect(order({ marks: { $in: [0, 1, 5] } }, { n: -1 })).toBe('cba')
    expect(order({ marks: 9 }, { n: 1 })).toBe('a')
  })

  test.each<[RegExp, number]>([
    [/^ab/, 3], [/^ab?c?/, 5], [/^ab*/, 5], [/^ab{0}/, 5], [/^(ab|b)/, 6], [/^ab|^b/, 6], [/^AB/i, 6], [/^a\./, 1], [/^ab$/, 3], [/^ab./, 3], [/b$/, 6],
  ])('%s reads an index only from its certain beginning on', async (pattern, examined) => {
    const words = ['a', 'a.x', 'ab', 'abc', 'abd', 'b']
    await store.insert('lists', words.map((word) => ({ _id: word, word })))
    const matching = words.filter((word) => pattern.test(word))
    const found = store.find('lists', { word: pattern })
    expect(ids(found.docs).sort()).toEqual(matching)
    expect(found.explain.examined).toBe(examined)
    expect(store.count('lists', { word: pattern }).total).toBe(matching.length)
  })

  test('a collection may demand an index', async () => {
    await store.insert('orders', [{ _id: 'o1', item: 'i1', amount: 2 }])
    const refused = expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining("collection 'orders' serves the query on amount") })
    expect(store.find('orders', { item: 'i1', amount: 2 }).docs).toHaveLength(1)
    expect(() => store.find('orders', { amount: 2 })).toThrow(refused)
    expect(() => store.find('orders', {})).toThrow("serves the query on no field")
    expect(() => store.find('orders', { amount: 2 }, { sort: { item: 1 }, limit: 1 })).toThrow(refused)
    expect(store.find('orders', {}, { sort: { item: 1 }, limit: 1 }).docs).toHaveLength(1)
    expect(store.count('orders', {}).total).toBe(1)
    expect(() => store.count('orders', { amount: 2 })).toThrow(refused)
    expect(() => store.aggregate('orders', [{ $match: { amount: 2 } }])).toThrow(refused)
    await expect(store.remove('orders', { amount: 2 }, { multi: true })).rejects.toEqual(refused)
    await expect(store.modify('orders', { amount: 2 }, { $set: { amount: 3 } }, many)).rejects.toEqual(refused)
  })

  test('an index holds at most one array of a document', async () => {
    await store.insert('pairs', [{ _id: 'a', left: [1, 2], right: 1 }, { _id: 'b', left: 1, right: [1, 2] }])
    await expect(store.insert('pairs', [{ _id: 'c', left: [1], right: [2] }])).rejects.toThrow('cannot index parallel arrays [right] [left]')
    expect(ids(store.find('pairs', { left: 1, right: 1 }).docs).sort()).toEqual(['a', 'b'])
    expect(store.count('pairs', {}).total).toBe(2)
  })

  test('a key that is too large for an index is refused, and nothing of the document stays', async () => {
    await expect(store.insert('items', [{ _id: 'big', code: 1, shop: 'x'.repeat(3000) }])).rejects.toThrow('key too large to index')
    expect(store.find('items', { code: 1 }).docs).toEqual([])
    expect(store.find('items', { shop: 'x'.repeat(3000) }).docs).toEqual([])
  })

  test('a schema may change: indexes are built and dropped at the next opening', async () => {
    store = await fixture.reopen({ items: { indexes: [{ name: 'kind', fields: [['kind', 1]] }, { name: 'tags', fields: [['tags', -1]] }] } })
    expect(store.find('items', { kind: 'k1' }).explain).toEqual({ index: 'kind', examined: 20 })
    expect(store.find('items', { tags: { $gt: 't3' } }).explain).toEqual({ index: 'tags', examined: 12 })
    expect(store.find('items', { shop: 's1' }).explain.index).toBeNull()
    expect(store.collections()).toContain('orders')
  })

  test('a unique index that the documents contradict is refused; the folder opens as it was', async () => {
    await expect(fixture.reopen({ items: { indexes: [{ name: 'kind', fields: [['kind', 1]], unique: true }] } })).rejects.toThrow('E11000 duplicate key error collection: items index: kind')
    store = await fixture.reopen()
    expect(store.find('items', { shop: 's1' }).explain).toEqual({ index: 'shop_kind_price', examined: 15 })
  })
})

describe('changes', () => {
  beforeEach(() => store.insert('items', items(12)))

  test('an update counts what changed, not what matched', async () => {
    await expect(store.modify('items', { shop: 's1' }, { $set: { price: 1 } }, many)).resolves.toMatchObject({ updated: 2, upsertId: null })
    await expect(store.modify('items', { shop: 's1' }, { $set: { price: 1 } }, many)).resolves.toMatchObject({ updated: 0 })
    await expect(store.modify('items', { shop: 'none' }, { $set: { price: 1 } }, many)).resolves.toEqual({ updated: 0, upsertId: null, doc: null })
  })

  test('an update of one changes one and returns it as it is now', async () => {
    const result = await store.modify('items', { shop: 's1' }, { $set: { price: 99 } }, plain)
    expect(result).toMatchObject({ updated: 1, doc: { shop: 's1', price: 99 } })
    expect(store.count('items', { shop: 's1', price: 99 }).total).toBe(1)
  })

  test('indexes follow every change', async () => {
    await store.modify('items', { _id: 'i1' }, { $set: { shop: 'moved' }, $push: { tags: 'new' } }, plain)
    expect(ids(store.find('items', { shop: 'moved' }).docs)).toEqual(['i1'])
    expect(ids(store.find('items', { tags: 'new' }).docs)).toEqual(['i1'])
    expect(ids(store.find('items', { shop: 's1' }).docs)).toEqual(['i9', 'i5'])
    await store.remove('items', { tags: 'new' }, { multi: true })
    expect(store.count('items', { tags: 't1' }).total).toBe(6)
  })

  test('a replacement is the whole document, under the same _id', async () => {
    await expect(store.modify('items', { _id: 'i1' }, { code: 'z' }, { multi: false, upsert: true, merge: false })).resolves.toMatchObject({ updated: 1, upsertId: null })
    expect(store.find('items', { _id: 'i1' }).docs).toEqual([{ _id: 'i1', code: 'z' }])
    await expect(store.modify('items', { _id: 'i1' }, { $set: { a: 1 } }, { multi: false, upsert: true, merge: false })).rejects.toThrow('dollar')
  })

  test('a replacement of what is not there puts it in', async () => {
    await expect(store.modify('items', { _id: 'new' }, { code: 'n' }, { multi: false, upsert: true, merge: false })).resolves.toMatchObject({ updated: 0, upsertId: 'new' })
    expect(store.find('items', { _id: 'new' }).docs).toEqual([{ _id: 'new', code: 'n' }])
  })

  test('of many updates that each want a waiting document, one gets it', async () => {
    await store.insert('free', [{ _id: 'job', state: 'waiting' }])
    const results = await Promise.all(Array.from({ length: 30 }, () => store.modify('free', { _id: 'job', state: 'waiting' }, { $set: { state: 'taken' } }, many)))
    expect(results.reduce((sum, { updated }) => sum + updated, 0)).toBe(1)
  })

  test('many updates stop at a refused one; those before it stay', async () => {
    await expect(store.modify('items', { _id: { $in: ['i1', 'i2'] } }, { $set: { code: 'same' } }, many)).rejects.toThrow('E11000')
    expect(store.count('items', { code: 'same' }).total).toBe(1)
  })

  test('a removal says how many, of one or of all', async () => {
    await expect(store.remove('items', { shop: 's1' }, { multi: false })).resolves.toBe(1)
    await expect(store.remove('items', { shop: 's1' }, { multi: true })).resolves.toBe(2)
    await expect(store.remove('items', { shop: 's1' }, { multi: true })).resolves.toBe(0)
    expect(store.count('items', {}).total).toBe(9)
  })

  test('an empty or shapeless update is refused', async () => {
    await expect(store.modify('items', {}, {}, many)).rejects.toMatchObject({ code: 'INVALID_PARAM' })
    await expect(store.modify('items', {}, { price: 1 }, many)).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  })
})

describe('reading', () => {
  beforeEach(() => store.insert('items', items(10)))

  test('skip, limit and projection', () => {
    const found = store.find('items', {}, { sort: { price: -1 }, skip: 2, limit: 2, projection: { price: true } })
    expect(found.docs).toEqual([{ _id: 'i7', price: 7 }, { _id: 'i6', price: 6 }])
    expect(store.find('items', { _id: 'i1' }, { projection: { tags: 0, shop: 0, kind: 0, day: 0, code: false } }).docs).toEqual([{ _id: 'i1', price: 1 }])
    expect(store.find('items', { _id: 'i1' }, { projection: { _id: 0, tags: { $slice: 1 } } }).docs[0]).toMatchObject({ tags: ['t1'] })
  })

  test.each([{ skip: -1 }, { limit: 1.5 }, { sort: { a: 2 as 1 } }])('%j is refused', (options) => {
    expect(() => store.find('items', {}, options)).toThrow(expect.objectContaining({ name: 'StoreError' }))
  })

  test('a pipeline begins at the index', () => {
    const stages = [{ $match: { shop: 's1' } }, { $match: { price: { $gt: 1 } } }, { $sort: { price: 1 } }, { $limit: 1 }, { $group: { _id: '$shop', sum: { $sum: '$price' } } }]
    expect(store.aggregate('items', stages)).toEqual({ docs: [{ _id: 's1', sum: 5 }], explain: { index: 'shop_price', examined: 1 } })
  })

  test('a pipeline keeps the order of its stages', () => {
    const prices = (stages: Array<Record<string, unknown>>): unknown[] => store.aggregate('items', stages).docs.map((document) => (document as Document).price)
    expect(prices([{ $sort: { price: 1 } }, { $limit: 3 }, { $skip: 1 }])).toEqual([1, 2])
    expect(prices([{ $limit: 2 }, { $match: { price: { $gte: 1 } } }])).toEqual([1])
    expect(prices([{ $sort: { price: 1 } }, { $limit: 3 }, { $sort: { price: -1 } }])).toEqual([2, 1, 0])
    expect(prices([{ $sort: { price: -1 } }, { $match: { price: { $lt: 2 } } }])).toEqual([1, 0])
  })

  test('a lookup finds the other side by its index', async () => {
    await store.insert('orders', [{ _id: 'o1', item: 'i1', amount: 2 }, { _id: 'o2', item: 'i1', amount: 3 }, { _id: 'o3', item: 'i2', amount: 4 }])
    const stages = [{ $match: { _id: { $in: ['i1', 'i3'] } } }, { $lookup: { from: 'orders', localField: '_id', foreignField: 'item', as: 'orders' } }, { $project: { amounts: '$orders.amount' } }, { $sort: { _id: 1 } }]
    expect(store.aggregate('items', stages).docs).toEqual([{ _id: 'i1', amounts: [2, 3] }, { _id: 'i3', amounts: [] }])
    const free = [{ $match: { _id: 'i1' } }, { $lookup: { from: 'orders', localField: 'price', foreignField: 'amount', as: 'orders' } }]
    expect(() => store.aggregate('items', free)).toThrow("No index of collection 'orders'")
  })

  test('facets, unwinding and dates', () => {
    const stages = [{ $facet: { kinds: [{ $group: { _id: '$kind', n: { $sum: 1 } } }, { $sort: { _id: 1 } }], tags: [{ $unwind: '$tags' }, { $count: 'n' }] } }]
    expect(store.aggregate('items', stages).docs).toEqual([{ kinds: [{ _id: 'k0', n: 4 }, { _id: 'k1', n: 3 }, { _id: 'k2', n: 3 }], tags: [{ n: 20 }] }])
    const day = [{ $match: { _id: 'i0' } }, { $project: { _id: 0, day: { $dateToString: { date: '$day', format: '%Y-%m-%d %H', timezone: 'Asia/Shanghai' } } } }]
    expect(store.aggregate('items', day).docs).toEqual([{ day: '1970-01-01 08' }])
  })

  test.each([[{ $geoNear: {} }], [{ $match: { a: { $near: [0, 0] } } }], [{ $out: 'x' }], [{ $bogus: 1 }], [{ $limit: 0 }], [{ $skip: -1 }], [{ $sort: {} }], [{ $sort: { a: 5 } }], [{ $match: 1 }], [{ $match: {}, $limit: 1 }], [{ $project: { a: { $function: { body: '' } } } }]])('the pipeline %j is refused', (stage) => {
    expect(() => store.aggregate('items', [stage as Record<string, unknown>])).toThrow(expect.objectContaining({ name: 'StoreError' }))
  })
})
