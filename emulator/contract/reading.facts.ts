import { inCloud } from './fact'
import { AGGREGATE_LIMIT, SORT, TYPE_ORDER, aggregateOperator, seen } from './sources'
import { aggregated } from './tables'
import type { Site } from './site'

const TABLE = seen('1.3', 'where().get: order, offset, limit (default 100, clamped to 1000 by SDK), projection')

type Order = ReadonlyArray<readonly [string, 'asc' | 'desc']>

const ordered = async (site: Site, order: Order, docs: readonly object[]): Promise<string[]> => {
  const things = await site.things(...docs)
  const query = order.reduce((asked, [path, direction]) => asked.orderBy(path, direction), things.where({}))
  return (await query.get()).data.map(({ _id }: { _id: string }) => _id)
}

const mixed = [{ _id: 'text', a: 'x' }, { _id: 'number', a: 5 }, { _id: 'ten', a: 10 }, { _id: 'null', a: null }, { _id: 'date', a: new Date(0) }, { _id: 'true', a: true }, { _id: 'missing' }, { _id: 'object', a: { b: 1 } }]
const lists = [{ _id: 'p', a: [5, 1] }, { _id: 'q', a: 2 }, { _id: 'r', a: [3, 9] }]
const many = (count: number): object[] => Array.from({ length: count }, (_, n) => ({ _id: `n${String(n).padStart(4, '0')}`, n }))

export const readingFacts = inCloud(
  ['orderBy orders', 'find.sort', TABLE, async (site) => {
    expect(await ordered(site, [['n', 'asc']], [{ _id: 'a', n: 3 }, { _id: 'b', n: 1 }, { _id: 'c', n: 2 }])).toEqual(['b', 'c', 'a'])
  }],
  ['orderBy desc turns the order round', 'sort.direction', SORT, async (site) => {
    expect(await ordered(site, [['n', 'desc']], [{ _id: 'a', n: 1 }, { _id: 'b', n: 3 }, { _id: 'c', n: 2 }])).toEqual(['b', 'c', 'a'])
  }],
  ['a second orderBy orders what the first finds equal', 'sort.second-field', SORT, async (site) => {
    expect(await ordered(site, [['n', 'asc'], ['m', 'desc']], [{ _id: 'a', n: 1, m: 1 }, { _id: 'b', n: 1, m: 2 }, { _id: 'c', n: 0, m: 0 }])).toEqual(['c', 'b', 'a'])
  }],
  ['null and missing come before all values', 'sort.null-first', TYPE_ORDER, async (site) => {
    expect((await ordered(site, [['a', 'asc']], mixed)).slice(0, 2).sort()).toEqual(['missing', 'null'])
  }],
  ['types have an order: number, text, object, boolean, date', 'sort.types', TYPE_ORDER, async (site) => {
    expect((await ordered(site, [['a', 'asc']], mixed)).slice(2)).toEqual(['number', 'ten', 'text', 'object', 'true', 'date'])
  }],
  ['an array is ordered upward by its least element', 'sort.array-extremes', SORT, async (site) => {
    expect(await ordered(site, [['a', 'asc']], lists)).toEqual(['p', 'q', 'r'])
  }],
  ['an array is ordered downward by its greatest element', 'sort.array-extremes', SORT, async (site) => {
    expect(await ordered(site, [['a', 'desc']], [...lists, { _id: 's', a: 6 }])).toEqual(['r', 's', 'p', 'q'])
  }],
  ['skip leaves out the first', 'find.skip', TABLE, async (site) => {
    const things = await site.things({ _id: 'a' }, { _id: 'b' }, { _id: 'c' })
    expect((await things.orderBy('_id', 'asc').skip(1).get()).data).toEqual([{ _id: 'b' }, { _id: 'c' }])
  }],
  ['limit ends after so many', 'find.limit', TABLE, async (site) => {
    const things = await site.things({ _id: 'a' }, { _id: 'b' }, { _id: 'c' })
    expect((await things.orderBy('_id', 'asc').limit(2).get()).data).toEqual([{ _id: 'a' }, { _id: 'b' }])
  }],
  ['field keeps the named fields and the _id', 'find.projection', TABLE, async (site) => {
    const things = await site.things({ _id: 'a', n: 1, m: { x: 1, y: 2 } })
    expect((await things.where({}).field({ 'm.x': true }).get()).data).toEqual([{ _id: 'a', m: { x: 1 } }])
  }],
  ['where narrows what get reads', 'find.query', seen('1.3', 'where().get: queryType WHERE, query (EJSON string)'), async (site) => {
    const things = await site.things({ _id: 'a', n: 1 }, { _id: 'b', n: 2 })
    expect((await things.where({ n: 2 }).get()).data).toEqual([{ _id: 'b', n: 2 }])
  }],
  ['nested objects in where ask for the fields within', 'find.query', seen('1.4', 'Nested objects flatten to dot paths in both where and update'), async (site) => {
    const things = await site.things({ _id: 'a', m: { x: 1, y: 1 } }, { _id: 'b', m: { x: 2 } })
    expect((await things.where({ m: { x: 1 } }).get()).data).toHaveLength(1)
  }],
  ['commands combine: gt and lt of one field', 'find.query', seen('1.4', '`_.gt(1).and(_.lt(9))`→`{$and:[{a:{$gt}},{a:{$lt}}]}`'), async (site) => {
    const { command: _ } = site.db
    const things = await site.things({ _id: 'a', n: 1 }, { _id: 'b', n: 5 }, { _id: 'c', n: 9 })
    expect((await things.where({ n: _.gt(1).and(_.lt(9)) }).get()).data).toEqual([{ _id: 'b', n: 5 }])
  }],
  ['a condition that is undefined falls away, and more matches than was meant', 'find.query', seen('1.5', '`where({owner: undefined, status:\'x\'})` → `{"status":"x"}`'), async (site) => {
    const things = await site.things({ _id: 'a', n: 1, m: 1 }, { _id: 'b', n: 2, m: 1 }, { _id: 'c', m: 2 })
    expect((await things.where({ n: undefined, m: 1 }).get()).data).toHaveLength(2)
  }],
  ['count counts what where finds', 'count.query', seen('1.3', 'count: database.calculateDocument, data.total'), async (site) => {
    const things = await site.things({ _id: 'a', n: 1 }, { _id: 'b', n: 2 }, { _id: 'c', n: 2 })
    expect(await things.where({ n: 2 }).count()).toMatchObject({ total: 2 })
  }],
  ['an aggregate without a limit answers 20 rows', 'aggregate.default-limit', AGGREGATE_LIMIT, async (site) => {
    await site.things(...many(21))
    expect(await aggregated(site, [{ $match: {} }])).toHaveLength(20)
    expect(await aggregated(site, [{ $match: {} }, { $limit: 100 }])).toHaveLength(21)
  }],
  ['a $limit of zero is refused', 'aggregate.operands', aggregateOperator('$limit'), async (site) => {
    await site.things({ _id: 'a' })
    await expect(aggregated(site, [{ $limit: 0 }])).rejects.toHaveProperty('code')
  }],
)
