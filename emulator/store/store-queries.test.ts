import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Query as PlainQuery } from 'mingo'
import { openStore } from './store'
import type { Document, FindOptions, IndexSpec, Query, Store } from './types'

/**
 * The store's indexed answers against a naive reading of every document by plain mingo, over values on which mingo and MongoDB agree.
 * Where they do not, `query-operators.test.ts` holds MongoDB's rule.
 */
const RUNS = Number(process.env.STORE_RUNS ?? 120)
const QUERIES_PER_RUN = 30

const indexes: IndexSpec[] = [
  { name: 'shop_kind_price', fields: [['shop', 1], ['kind', 1], ['price', -1]] },
  { name: 'shop_price', fields: [['shop', 1], ['price', 1]] },
  { name: 'tags_day', fields: [['tags', 1], ['day', -1]] },
  { name: 'day', fields: [['day', 1]] },
  { name: 'lines', fields: [['lines.sku', 1], ['shop', 1]] },
  { name: 'nested', fields: [['nested.a', -1]] },
  { name: 'serial', fields: [['serial', 1]], unique: true },
  { name: 'any', fields: [['any', 1]] },
]

const day = (offset: number): Date => new Date(Date.UTC(2024, 0, 1 + offset))
const shop = fc.constantFrom('s1', 's2', 's3', null)
const kind = fc.constantFrom('a', 'ab', 'abc', 'b', 'ä', '中文')
const price = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(1.5, -0, 1e10))
const days = fc.integer({ min: 0, max: 6 }).map(day)
const scalar = fc.oneof(price, kind, days, fc.boolean(), fc.constant(null))
const some = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: undefined, freq: 5 })
const tag = fc.constantFrom('x', 'y', 'z', 3)

const plain = { noNullPrototype: true } as const
const defined = (fields: object): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const documents = fc.array(
  fc.record({
    shop: some(shop), kind: some(kind), price: some(price), day: some(days),
    tags: some(fc.oneof(fc.array(tag, { maxLength: 4 }), tag)),
    lines: some(fc.array(fc.record({ sku: fc.constantFrom('k1', 'k2', 'k3'), n: price }, plain), { maxLength: 3 })),
    nested: some(fc.oneof(fc.record({ a: some(price), b: some(kind) }, plain).map(defined), price)),
    any: some(fc.oneof(scalar, fc.record({ q: price }, plain), fc.array(scalar, { maxLength: 3 }))),
  }),
  { minLength: 0, maxLength: 40 },
).map((list) => list.map((document, at): Document => ({ _id: `d${String(at).padStart(2, '0')}`, serial: at, ...defined(document) }) as Document))

const valueOf: Record<string, fc.Arbitrary<unknown>> = {
  shop, kind, price, day: days, tags: tag, 'lines.sku': fc.constantFrom('k1', 'k2', 'k9'), 'nested.a': price, any: scalar, serial: fc.integer({ min: -1, max: 40 }), _id: fc.integer({ min: 0, max: 41 }).map((at) => `d${String(at).padStart(2, '0')}`),
}
const path = fc.constantFrom(...Object.keys(valueOf))
const notNull = (value: unknown): boolean => value !== null

const conditionOn = (name: string): fc.Arbitrary<Query> => {
  const value = valueOf[name] as fc.Arbitrary<unknown>
  const bound = value.filter(notNull)
  const wrap = (condition: unknown): Query => ({ [name]: condition })
  return fc.oneof(
    { weight: 4, arbitrary: value.map(wrap) },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), bound).map(([operator, operand]) => wrap({ [operator]: operand })) },
    { weight: 2, arbitrary: fc.tuple(bound, bound, fc.constantFrom('$gt', '$gte'), fc.constantFrom('$lt', '$lte')).map(([low, high, from, to]) => wrap({ [from]: low, [to]: high })) },
    { weight: 3, arbitrary: fc.array(value, { maxLength: 4 }).map((operands) => wrap({ $in: operands })) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('$ne', '$eq'), value).map(([operator, operand]) => wrap({ [operator]: operand })) },
    { weight: 1, arbitrary: fc.constantFrom(/^a/, /^ab?/, /b/, /^s1$/, /^(x|y)/, /^A/i).map(wrap) },
    { weight: 1, arbitrary: fc.constantFrom('^a', '^x', '^k1').map((source) => wrap({ $regex: source })) },
    { weight: 1, arbitrary: fc.array(value, { minLength: 1, maxLength: 3 }).map((operands) => wrap({ $nin: operands })) },
  )
}

const condition = path.chain(conditionOn)
const conjunction = fc.array(condition, { maxLength: 3 }).map((parts) => Object.assign({}, ...parts) as Query)
const query: fc.Arbitrary<Query> = fc.oneof(
  { weight: 5, arbitrary: conjunction },
  { weight: 3, arbitrary: fc.array(condition, { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })) },
  { weight: 2, arbitrary: fc.tuple(conjunction, fc.array(conjunction, { minLength: 1, maxLength: 3 })).map(([first, $or]) => ({ ...first, $or })) },
  { weight: 1, arbitrary: fc.tuple(conjunction, condition).map(([first, part]) => ({ ...first, $nor: [part] })) },
)
const direction = fc.constantFrom(1 as const, -1 as const)
const sort = fc.option(fc.uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 3, selector: ([name]) => name }).map((steps) => Object.fromEntries(steps)), { nil: undefined })
const options: fc.Arbitrary<FindOptions> = fc.record({ sort, skip: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }), limit: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }) })

const BRACKETS = ['null', 'number', 'string', 'object', 'boolean', 'date']
const bracket = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  return value instanceof Date ? 'date' : typeof value
}
const compareValues = (a: unknown, b: unknown): number => {
  const byBracket = BRACKETS.indexOf(bracket(a)) - BRACKETS.indexOf(bracket(b))
  if (byBracket !== 0) return byBracket
  if (bracket(a) === 'null') return 0
  if (bracket(a) === 'object') return compareValues((a as { q: unknown }).q, (b as { q: unknown }).q)
  if (bracket(a) === 'string') return Buffer.compare(Buffer.from(a as string), Buffer.from(b as string))
  return Number(a) - Number(b)
}
const valuesAt = (value: unknown, parts: string[]): unknown[] => {
  if (Array.isArray(value)) return value.length === 0 ? [parts.length === 0 ? EMPTY : null] : value.flatMap((element) => (parts.length === 0 ? [element] : valuesAt(element, parts)))
  if (parts.length === 0) return [value]
  return valuesAt((value as Record<string, unknown> | null | undefined)?.[parts[0] ?? ''], parts.slice(1))
}
const EMPTY = Symbol('empty')
const compareKeys = (a: unknown, b: unknown): number => {
  if (a === EMPTY || b === EMPTY) return Number(b === EMPTY) - Number(a === EMPTY)
  return compareValues(a, b)
}
const keyAt = (document: Document, name: string, way: number): unknown => valuesAt(document, name.split('.')).reduce((best, value) => (way * compareKeys(value, best) < 0 ? value : best))
const compareDocuments = (steps: Record<string, 1 | -1>) => (a: Document, b: Document): number => {
  for (const [name, way] of Object.entries(steps)) {
    const order = way * compareKeys(keyAt(a, name, way), keyAt(b, name, way))
    if (order !== 0) return order
  }
  return 0
}

let folder: string
let store: Store

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-queries-'))
  store = await openStore({ folder, schema: { items: { indexes } }, now: () => day(0) })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const ids = (list: Document[]): string[] => list.map(({ _id }) => _id)

const checkFind = (all: Document[], asked: Query, how: FindOptions): void => {
  const matched = all.filter((document) => new PlainQuery(asked as never).test(document as never))
  expect(ids(store.find('items', asked).docs).sort()).toEqual(ids(matched).sort())
  expect(store.count('items', asked).total).toBe(matched.length)
  const found = store.find('items', asked, how)
  const { skip = 0, limit = Infinity } = how
  const sorted = how.sort ? [...matched].sort(compareDocuments(how.sort)) : matched
  const expected = sorted.slice(skip, skip + limit)
  expect(found.docs).toHaveLength(expected.length)
  expect(new Set(ids(found.docs)).size).toBe(expected.length)
  expect(ids(matched)).toEqual(expect.arrayContaining(ids(found.docs)))
  const inOrder = compareDocuments(how.sort ?? {})
  found.docs.forEach((document, at) => expect(inOrder(document, expected[at] as Document)).toBe(0))
  expect(found.explain.examined).toBeLessThanOrEqual(all.length)
  expect(found.explain.examined).toBeGreaterThanOrEqual(found.docs.length)
}

test('an indexed query finds, counts, sorts and cuts what a naive reading of every document does', async () => {
  const cases = fc.array(fc.tuple(query, options), { minLength: 1, maxLength: QUERIES_PER_RUN, size: 'max' })
  await fc.assert(
    fc.asyncProperty(documents, cases, async (list, asked) => {
      await store.clear()
      await store.insert('items', list)
      for (const [one, how] of asked) checkFind(list, one, how)
    }),
    { numRuns: RUNS },
  )
}, 600_000)
