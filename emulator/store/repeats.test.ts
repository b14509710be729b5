import { openFixture, type Fixture } from './store-fixture'

describe('documents with arrays in an index', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await openFixture({ items: { indexes: [{ name: 'tags_n', fields: [['tags', 1], ['n', 1]] }, { name: 'n_tags', fields: [['n', 1], ['tags', 1]] }] } })
    await fixture.store.insert('items', [{ _id: 'a', tags: ['x', 'y', 'x'], n: 1 }, { _id: 'b', tags: ['x', 'y'], n: 2 }, { _id: 'c', tags: 'x', n: [1, 2] }, { _id: 'd', tags: [], n: 1 }])
  })
  afterAll(() => fixture.remove())

  test.each([
    [{ tags: 'x' }, 3], [{ tags: 'x', n: { $gte: 1 } }, 3], [{ tags: { $in: ['x', 'y'] } }, 3], [{ tags: { $gte: 'x' } }, 3], [{ n: 1 }, 3], [{ n: { $in: [1, 2] } }, 4], [{ n: 1, tags: { $gte: 'a' } }, 2],
  ])('%j counts each document once: %d', (query, total) => {
    expect(fixture.store.count('items', query).total).toBe(total)
    expect(fixture.store.find('items', query).docs).toHaveLength(total)
  })
})
