import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import tcb from '@cloudbase/node-sdk'
import type { DocumentStore } from '../ports'
import { cloudDocumentStore } from './document-store'

/** The SDK over a line that writes down what was asked: what goes on the wire is what the cloud would get. */
interface Asked { action: string; [field: string]: unknown }
let asked: Asked[]
let answers: Array<Record<string, unknown>>
let server: Server
let store: DocumentStore
let waits: number[]

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => { body += String(part) })
    request.on('end', () => {
      asked.push(JSON.parse(body) as Asked)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ requestId: 'r', ...(answers.shift() ?? { data: { list: [], updated: 1, deleted: 1, total: 0, insertedIds: ['a'] }, transactionId: 't' }) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.TENCENTCLOUD_RUNENV = 'SCF'
  process.env.TENCENTCLOUD_REGION = 'ap-shanghai'
  process.env.SCF_NAMESPACE = 'test'
  process.env.SILENCE = 'true'
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`
  const app = tcb.init({ env: 'test', secretId: 'id', secretKey: 'key', serviceUrl })
  store = cloudDocumentStore(app.database(), async (attempt) => { waits.push(attempt) })
})
beforeEach(() => { asked = []; answers = []; waits = [] })
afterAll(async () => { await new Promise((resolve) => server.close(resolve)) })

const OWN = { institutionId: 'hospital' }
const queryOf = (at = 0): unknown => JSON.parse(String(asked[at]?.query))
const dataOf = (at = 0): unknown => JSON.parse(String(asked[at]?.data))
const counter = (id: string) => ({ _id: id, schema: 1 as const, institutionId: 'hospital', value: 1 })

test('every condition of the port arrives as MongoDB means it', async () => {
  await store.find('certificates', { ...OWN, handling: null, tokens: { all: ['a', 'b'] }, departmentIds: { in: ['d1', 'd2'] }, typeId: { not: 'x' }, expiresOn: { from: '2026-01-01', before: '2027-01-01' } }, { sort: [['expiresOn', 1]], limit: 20, skip: 40 })
  expect(queryOf()).toEqual({
    institutionId: 'hospital', handling: null, tokens: { $all: ['a', 'b'] }, departmentIds: { $in: ['d1', 'd2'] }, typeId: { $ne: 'x' },
    $and: [{ expiresOn: { $gte: '2026-01-01' } }, { expiresOn: { $lt: '2027-01-01' } }],
  })
  expect(asked[0]).toMatchObject({ limit: 20, offset: 40, order: '{"expiresOn":{"$numberInt":"1"}}' })
})

test('a question without a limit carries one, and a large one comes in pages', async () => {
  await store.find('devices', OWN)
  expect(asked[0]).toMatchObject({ limit: 1000 })
  answers = [{ data: { list: Array.from({ length: 1000 }, (_, i) => JSON.stringify({ _id: String(i) })) } }, { data: { list: ['{"_id":"last"}'] } }]
  expect(await store.find('devices', OWN, { limit: 2500 })).toHaveLength(1001)
  expect(asked.slice(1).map(({ limit, offset }) => [limit, offset])).toEqual([[1000, undefined], [1000, 1000]])
})

test('what the SDK would drop silently is refused before it gets there', async () => {
  const wrong = [{ institutionId: undefined }, { institutionId: '' }, { ...OWN, accountId: '' }, { ...OWN, expiresOn: { from: undefined } }, { $or: 'x' }]
  for (const where of wrong) await expect(store.find('devices', where as never)).rejects.toThrow(TypeError)
  await expect(store.update('devices', {}, { set: { status: 'stopped' } })).rejects.toThrow('whole collection')
  await expect(store.remove('devices', {})).rejects.toThrow('whole collection')
  await expect(store.update('devices', OWN, {})).rejects.toThrow('empty change')
  await expect(store.update('devices', OWN, { set: { status: undefined } })).rejects.toThrow(TypeError)
  await expect(store.get('devices', '')).rejects.toThrow('blank')
  await expect(store.add('counters', [{ ...counter('c'), value: undefined as never }])).rejects.toThrow(TypeError)
  expect(asked).toEqual([])
})

test('an object replaces what was there, an empty one too, and a date stays a date', async () => {
  await store.update('certificates', OWN, { set: { handling: { kind: 'noted' }, channels: {}, 'reminder.nextAt': new Date(0) }, increment: { version: 1 } })
  expect(dataOf()).toEqual({
    $set: { handling: { kind: 'noted' }, channels: {}, 'reminder.nextAt': { $date: { $numberLong: '0' } } }, $inc: { version: { $numberInt: '1' } },
  })
})

test('many documents are added in batches, in their order', async () => {
  await store.add('counters', Array.from({ length: 501 }, (_, i) => counter(String(i))))
  expect(asked.map(({ data }) => (data as string[]).length)).toEqual([500, 1])
})

test('a taken key is told as such, in the old words of the database too', async () => {
  answers = [{ code: 'DATABASE_DUPLICATE_WRITE', message: 'x' }, { code: 'DATABASE_REQUEST_FAILED', message: 'E11000 duplicate key error' }, { code: 'DATABASE_REQUEST_FAILED', message: 'away' }]
  for (const trouble of ['duplicate', 'duplicate', 'unavailable']) await expect(store.add('counters', [counter('c')])).rejects.toMatchObject({ name: 'StoreError', trouble })
})

test('everything in a transaction carries its id, and it is committed', async () => {
  await store.transaction(async (tx) => {
    await tx.get('counters', 'a')
    await tx.add('counters', counter('b'))
    await tx.set('counters', counter('c'))
    await tx.change('counters', 'd', { increment: { value: 1 } })
    await tx.remove('counters', 'e')
  })
  expect(asked.map(({ action }) => action.replace('database.', ''))).toEqual(['startTransaction', 'getDocument', 'insertDocument', 'modifyDocument', 'modifyDocument', 'removeDocument', 'commitTransaction'])
  expect(asked.slice(1).every(({ transactionId }) => transactionId === 't')).toBe(true)
  expect(dataOf(3)).not.toHaveProperty('_id')
})

test('a failure rolls back and is thrown as it is', async () => {
  await expect(store.transaction(async () => { throw new Error('no') })).rejects.toThrow('no')
  expect(asked.map(({ action }) => action)).toEqual(['database.startTransaction', 'database.abortTransaction'])
})

test('a conflict is tried four times in all, with a wait before each new try', async () => {
  const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'x' }
  const begun = { transactionId: 't' }
  answers = [begun, conflict, {}, begun, conflict, {}, begun]
  let runs = 0
  await store.transaction(async (tx) => { runs += 1; await tx.get('counters', 'a') })
  expect([runs, waits]).toEqual([3, [1, 2]])
  answers = Array.from({ length: 4 }, () => [begun, conflict, {}]).flat()
  await expect(store.transaction(async (tx) => { await tx.get('counters', 'a') })).rejects.toMatchObject({ trouble: 'conflict' })
})

test('a tally is counted by the database, by as many fields as asked', async () => {
  answers = [{ data: { list: ['{"_id":{"k0":"sms","k1":null},"count":{"$numberInt":"3"},"latest":{"$date":{"$numberLong":"0"}}}', '{"_id":{"k0":"home"},"count":1,"latest":null}'] } }]
  expect(await store.tally('deliveries', { institutionId: 'hospital' }, { by: ['channel', 'route'], latest: 'settledAt', limit: 50 })).toEqual([
    { key: ['sms', ''], count: 3, latest: new Date(0), least: '' }, { key: ['home', ''], count: 1, latest: null, least: '' },
  ])
  expect((asked[0]?.stages as Array<{ stageKey: string }>).map(({ stageKey }) => stageKey)).toEqual(['$match', '$group', '$limit'])
})

test('the smallest text of a tally is of the first field that has a value, as the database reckons it', async () => {
  answers = [{ data: { list: ['{"_id":{"k0":"p"},"count":2,"least":"2026-01-01"}'] } }]
  expect(await store.tally('certificates', OWN, { by: ['personId'], least: ['validFrom', 'issuedOn'], limit: 50 })).toEqual([{ key: ['p'], count: 2, latest: null, least: '2026-01-01' }])
  expect(JSON.stringify(asked[0]?.stages).replaceAll('\\"', '"')).toContain('"least":{"$min":{"$ifNull":["$validFrom",{"$ifNull":["$issuedOn",""]}]}}')
})

test('groups come with the smallest first and a limit', async () => {
  answers = [{ data: { list: ['{"_id":"hospital","min":{"$date":{"$numberLong":"0"}}}'] } }]
  expect(await store.group('certificates', { 'reminder.nextAt': { to: new Date(1) } }, { by: 'institutionId', min: 'reminder.nextAt', limit: 50 })).toEqual([{ key: 'hospital', min: new Date(0) }])
  expect((asked[0]?.stages as Array<{ stageKey: string }>).map(({ stageKey }) => stageKey)).toEqual(['$match', '$group', '$sort', '$limit'])
})
