import tcb from '@cloudbase/node-sdk'
import { platformEnvironment } from '../functions/environment'
import { startBench, type Bench } from '../testing/bench'
import { signedPost } from '../contract/signed-post'

jest.setTimeout(60_000)

/** The unmodified server SDK in this very process, as it would run in a function. */
describe('the server SDK against the wire', () => {
  let bench: Bench
  let app: ReturnType<typeof tcb.init>
  let db: ReturnType<typeof app.database>

  beforeAll(async () => {
    bench = await startBench({
      functions: { echo: { code: 'exports.main = async (event) => event' } },
      schema: { things: { indexes: [{ name: 'kind', fields: [['kind', 1], ['size', -1]] }, { name: 'code', fields: [['code', 1]], unique: true }] }, accounts: {} },
      now: new Date('2024-08-01T01:00:00Z'),
    })
    Object.assign(process.env, platformEnvironment(bench.emulator.base, 'test'))
    app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
    db = app.database()
  })
  afterAll(() => bench.close())
  beforeEach(() => bench.emulator.reset(false))

  const ids = (result: { data: Array<{ _id: string }> }): string[] => result.data.map(({ _id }) => _id)

  test('what is added comes back as it was: texts, numbers, dates, null, nested values', async () => {
    const thing = { _id: 'a', code: 1, name: '茶壶', at: new Date('2024-01-01T00:00:00Z'), none: null, nested: { list: [1, 2.5, { deep: true }] } }
    await db.collection('things').add(thing)
    expect((await db.collection('things').doc('a').get()).data).toEqual([thing])
  })

  test('where, orderBy, skip, limit, field and count work together', async () => {
    await db.collection('things').add([1, 2, 3, 4].map((size) => ({ _id: `t${size}`, code: size, kind: 'k', size })))
    const page = await db.collection('things').where({ kind: 'k' }).orderBy('size', 'desc').skip(1).limit(2).field({ size: true }).get()
    expect(page.data).toEqual([{ _id: 't3', size: 3 }, { _id: 't2', size: 2 }])
    expect(await db.collection('things').where({ kind: 'k', size: db.command.gt(1).and(db.command.lte(3)) }).count()).toMatchObject({ total: 2 })
  })

  test('a page holds 100 documents when no limit is named', async () => {
    await db.collection('things').add(Array.from({ length: 120 }, (_, code) => ({ code, kind: 'k' })))
    expect((await db.collection('things').where({ kind: 'k' }).get()).data).toHaveLength(100)
  })

  test('an aggregate without a limit answers 20 rows, with one as many as it names', async () => {
    await db.collection('things').add(Array.from({ length: 30 }, (_, code) => ({ code, kind: `k${code}` })))
    const groups = () => db.collection('things').aggregate().group({ _id: '$kind' })
    expect((await groups().end()).data).toHaveLength(20)
    expect((await groups().limit(25).end()).data).toHaveLength(25)
  })

  test('updates say how many they changed; the server date is the emulator clock', async () => {
    await db.collection('things').add([{ _id: 'a', code: 1, kind: 'k', n: 1 }, { _id: 'b', code: 2, kind: 'k', n: 1 }])
    expect(await db.collection('things').where({ kind: 'k' }).update({ n: db.command.inc(2), at: db.serverDate({ offset: 1000 }) })).toMatchObject({ updated: 2 })
    expect((await db.collection('things').doc('a').get()).data).toMatchObject([{ n: 3, at: new Date('2024-08-01T01:00:01Z') }])
  })

  test('a set makes a document, updateAndReturn hands it back, remove counts', async () => {
    await db.collection('things').doc('fresh').set({ code: 9, n: 1 })
    const { doc } = (await db.collection('things').where({ _id: 'fresh' }).updateAndReturn({ n: db.command.inc(1) })) as unknown as { doc: unknown }
    expect(doc).toMatchObject({ _id: 'fresh', n: 2 })
    expect(await db.collection('things').where({ code: 9 }).remove()).toMatchObject({ deleted: 1 })
  })

  test('a regular expression and $or reach the store', async () => {
    await db.collection('things').add([{ _id: 'a', code: 1, name: 'Laser' }, { _id: 'b', code: 2, name: 'lamp' }, { _id: 'c', code: 3, name: 'pump' }])
    const { command: _ } = db
    expect(ids(await db.collection('things').where({ name: db.RegExp({ regexp: '^la', options: 'i' }) }).get())).toEqual(['a', 'b'])
    expect(ids(await db.collection('things').where(_.or([{ code: 1 }, { code: 3 }])).get())).toEqual(['a', 'c'])
  })

  test('a duplicate key, a missing collection and an unknown action are the cloud\'s errors', async () => {
    await db.collection('things').add({ code: 1 })
    await expect(db.collection('things').add({ code: 1 })).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('E11000') })
    await expect(db.collection('nowhere').get()).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    await expect(app.auth().getEndUserInfo('somebody')).rejects.toMatchObject({ code: 'INVALID_ACTION' })
  })

  test('a transaction writes all or nothing', async () => {
    await db.collection('accounts').add([{ _id: 'a', sum: 10 }, { _id: 'b', sum: 0 }])
    const move = async (fail: boolean) => db.runTransaction(async (transaction: Awaited<ReturnType<typeof db.startTransaction>>) => {
      await transaction.collection('accounts').doc('a').update({ sum: db.command.inc(-4) })
      await transaction.collection('accounts').doc('b').update({ sum: db.command.inc(4) })
      if (fail) await transaction.rollback('no')
    })
    await move(true).catch(() => undefined)
    expect((await db.collection('accounts').doc('a').get()).data).toMatchObject([{ sum: 10 }])
    await move(false)
    expect((await db.collection('accounts').get()).data).toMatchObject([{ sum: 6 }, { sum: 4 }])
  })

  test('of two transactions on one document the second to write is refused', async () => {
    await db.collection('accounts').add({ _id: 'a', sum: 10 })
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await first.collection('accounts').doc('a').update({ sum: 1 })
    await expect(second.collection('accounts').doc('a').update({ sum: 2 })).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
    await first.commit()
  })

  test('what was acknowledged is there after a restart', async () => {
    await db.collection('things').add({ _id: 'kept', code: 1 })
    await bench.restart()
    expect(bench.emulator.store.find('things', { _id: 'kept' }).docs).toMatchObject([{ code: 1 }])
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${bench.emulator.base}/admin` })
  })

  test('callFunction hands data over and back', async () => {
    expect(await app.callFunction({ name: 'echo', data: { a: [1, '二'] } })).toMatchObject({ result: { a: [1, '二'] } })
    await expect(app.callFunction({ name: 'nobody', data: {} })).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })

  const admin = async (body: string | Buffer, how: Parameters<typeof signedPost>[2] = {}) => (await signedPost(bench.emulator.base, body, how)).json() as Promise<{ code?: string }>

  test.each([
    ['garbage', '{"action":', 'INVALID_PARAM'],
    ['a list', '[]', 'INVALID_PARAM'],
    ['no action', '{}', 'INVALID_ACTION'],
    ['a name of the prototype', '{"action":"constructor"}', 'INVALID_ACTION'],
    ['a query that is no EJSON', '{"action":"database.getDocument","collectionName":"things","query":"{"}', 'INVALID_PARAM'],
    ['a limit over 1000', '{"action":"database.getDocument","collectionName":"things","limit":1001}', 'INVALID_PARAM'],
    ['no collection', '{"action":"database.getDocument"}', 'INVALID_PARAM'],
    ['an event that is no JSON', '{"action":"functions.invokeFunction","function_name":"echo","request_data":"{"}', 'INVALID_PARAM'],
  ])('%s is refused', async (_, body, code) => {
    expect(await admin(body)).toMatchObject({ code })
  })

  test('a request that is not signed, or signed by another key, is refused, one of 50 MB too, and nothing is harmed', async () => {
    const adding = JSON.stringify({ action: 'database.insertDocument', collectionName: 'things', data: ['{"_id":"forged"}'] })
    expect(await admin(adding, { authorization: '' })).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
    expect(await admin(adding, { secretKey: 'another' })).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
    expect(await admin(Buffer.alloc(50 * 1024 * 1024, 97))).toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT' })
    expect(await db.collection('things').count()).toMatchObject({ total: 0 })
  })
})
