import { startBench, type Bench } from '../testing/bench'

jest.setTimeout(60_000)

describe('editing, taking out and putting in documents', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await startBench({
      functions: {}, schema: { teas: { indexes: [{ name: 'name', fields: [['name', 1]], unique: true }] } },
      seed: async () => ({ collections: { teas: [{ _id: 'a', name: 'Oolong', at: new Date('2026-01-02T03:04:05Z'), n: 1 }, { _id: 'b', name: 'Puer' }] } }),
    })
  })
  afterAll(() => bench.close())
  beforeEach(() => bench.emulator.reset(true))

  const text = async (id: string): Promise<string> => ((await bench.control(`GET documents/teas?id=${id}`)).json as { text: string }).text
  const edit = (before: string | null, after: string | null) => bench.control('POST documents/teas', { before, after })
  const tea = (id: string) => bench.emulator.store.find('teas', { _id: id }).docs[0]

  test('a document is written as it was edited, and dates stay dates', async () => {
    const before = await text('a')
    expect(await edit(before, before.replace('"n": 1', '"n": 2'))).toMatchObject({ status: 200 })
    expect(tea('a')).toEqual({ _id: 'a', name: 'Oolong', at: new Date('2026-01-02T03:04:05Z'), n: 2 })
  })
  test('what somebody else has changed meanwhile is not overwritten', async () => {
    const before = await text('a')
    await edit(before, before.replace('"n": 1', '"n": 2'))
    expect(await edit(before, before.replace('"n": 1', '"n": 3'))).toMatchObject({ status: 409, json: { code: 'CONFLICT' } })
    expect(await edit(before, null)).toMatchObject({ status: 409 })
    expect(tea('a')).toMatchObject({ n: 2 })
  })
  test('documents are added and removed', async () => {
    expect(await edit(null, '{"_id": "c", "name": "Mate"}')).toMatchObject({ status: 200 })
    expect(await edit(null, '{"_id": "c", "name": "Other"}')).toMatchObject({ status: 409 })
    expect(await edit(await text('b'), null)).toMatchObject({ status: 200 })
    expect([tea('c')?.name, tea('b')]).toEqual(['Mate', undefined])
  })
  test.each([['{"_id": ', null], ['[]', null], [null, null], [null, '{"name": "x"}'], ['{"_id":"a"}', '{"_id":"b"}']])('%j to %j is refused', async (before, after) => {
    expect(await edit(before, after)).toMatchObject({ status: 400 })
  })
  test('a unique index refuses an edit, and nothing is written', async () => {
    const before = await text('b')
    expect((await edit(before, before.replace('Puer', 'Oolong'))).status).toBe(500)
    expect(tea('b')).toMatchObject({ name: 'Puer' })
  })

  const take = async (): Promise<string> => (await fetch(`${bench.emulator.base}/_emulator/export`)).text()
  const put = async (file: string) => (await fetch(`${bench.emulator.base}/_emulator/import`, { method: 'PUT', body: file })).status

  test('what was taken out is put in again, in the place of everything', async () => {
    const file = await take()
    await edit(await text('b'), null)
    await edit(null, '{"_id": "z", "name": "Z"}')
    expect(await put(file)).toBe(200)
    expect(await take()).toBe(file)
  })
  test.each(['', '{}', '{"format":"cloudbase-emulator-data","version":9,"collections":{}}', '{"format":"cloudbase-emulator-data","version":1,"collections":{"teas":[{"_id":"x"},{"_id":"x"}]}}',
    '{"format":"cloudbase-emulator-data","version":1,"collections":{"teas":[{"_id":"x","name":1},{"_id":"y","name":1}]}}'])('a file like %j changes nothing', async (file) => {
    const before = await take()
    expect(await put(file)).toBeGreaterThanOrEqual(400)
    expect(await take()).toBe(before)
  })
})
