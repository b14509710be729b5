import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { once } from 'node:events'
import { startEmulator } from './emulator'
import type { Seed } from './options'
import { startBench, writeFunctions, type Bench } from './testing/bench'

jest.setTimeout(60_000)

const adder = { code: 'exports.main = async (event) => (await open().database().collection("things").add(event)).id' }
const seed = async (demo: boolean, now: Date): Promise<Seed> => ({
  collections: { things: demo ? [{ _id: 'demo', at: now }] : [] },
  files: [{ path: 'seed/a.txt', bytes: Buffer.from('seed') }],
  wechatUsers: [{ openid: 'zhang', name: 'Zhang', follows: false }],
})

describe('a data folder', () => {
  let bench: Bench
  beforeEach(async () => { bench = await startBench({ functions: { adder }, schema: { things: {} }, seed }) })
  afterEach(() => bench.close())

  test('the first start seeds it with the demo, a later one leaves it alone', async () => {
    expect(bench.emulator.store.find('things', {}).docs).toMatchObject([{ _id: 'demo' }])
    await bench.emulator.store.remove('things', {}, { multi: true })
    await bench.restart()
    expect(bench.emulator.store.find('things', {}).docs).toEqual([])
  })

  test('documents, files, messages, people and the clock are there after a restart', async () => {
    await bench.emulator.invoke('adder', { _id: 'mine' })
    await bench.control('POST clock', { now: '2030-01-01T00:00:00Z' })
    await bench.control('POST wechat/users', { openid: 'li', name: 'Li' })
    bench.emulator.outbox.add({ channel: 'sms', to: '1', at: '2030-01-01T00:00:00.000Z', text: 'hello', providerId: 'p' })
    await bench.restart()
    expect(bench.emulator.store.find('things', { _id: 'mine' }).docs).toHaveLength(1)
    expect(await bench.control('GET clock')).toMatchObject({ json: { now: '2030-01-01T00:00:00.000Z', frozen: true } })
    expect(await bench.control('GET wechat/users')).toMatchObject({ json: [{ openid: 'zhang' }, { openid: 'li' }] })
    expect(await bench.control('GET outbox')).toMatchObject({ json: [{ id: 'm1', text: 'hello' }] })
    expect(await bench.control('GET files')).toMatchObject({ json: [{ path: 'seed/a.txt', size: 4 }] })
  })

  test('a clock that ran ahead goes on ahead after a restart', async () => {
    await bench.control('POST clock', { now: '2090-01-01T00:00:00Z' })
    await bench.control('POST clock', { run: true })
    await bench.restart()
    const { json } = await bench.control('GET clock')
    expect(json).toEqual({ now: expect.stringMatching(/^2090-01-01T00:0/), frozen: false })
  })

  test('a reset empties everything and seeds anew, with the demo or without; the clock stays', async () => {
    await bench.control('POST clock', { now: '2030-01-01T00:00:00Z' })
    await bench.emulator.invoke('adder', { _id: 'mine' })
    bench.emulator.outbox.add({ channel: 'sms', to: '1', at: '', providerId: 'p' })
    expect(await bench.control('POST reset', { demo: false })).toMatchObject({ status: 200 })
    expect([bench.emulator.store.find('things', {}).docs, bench.emulator.outbox.list()]).toEqual([[], []])
    await bench.control('POST reset', { demo: true })
    expect(bench.emulator.store.find('things', {}).docs).toMatchObject([{ _id: 'demo', at: new Date('2030-01-01T00:00:00Z') }])
    expect(await bench.emulator.invoke('adder', { _id: 'again' })).toBe('again')
  })
})

test('functions that are not built are said to be missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  await expect(startEmulator({ dataFolder: folder, functionsFolder: join(folder, 'none'), schema: {} })).rejects.toThrow('build the functions first')
  await rm(folder, { recursive: true, force: true })
})

test('killed in the middle of writing, it has every acknowledged document', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  const functionsFolder = writeFunctions(join(folder, 'functions'), { adder })
  const script = join(folder, 'writer.cjs')
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(script, `
    const { startEmulator } = require(${JSON.stringify(resolve('dist/emulator/emulator.cjs'))})
    startEmulator({ dataFolder: ${JSON.stringify(join(folder, 'data'))}, functionsFolder: ${JSON.stringify(functionsFolder)}, schema: { things: {} }, clientCallable: ['adder'] })
      .then(async (emulator) => { for (let n = 0; ; n += 1) console.log(await emulator.invoke('adder', { _id: 'n' + n })) })`)
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: string[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    acknowledged.push(...chunk.toString().split('\n').filter(Boolean))
    if (acknowledged.length >= 20) child.kill('SIGKILL')
  })
  await once(child, 'close')
  const emulator = await startEmulator({ dataFolder: join(folder, 'data'), functionsFolder, schema: { things: {} } })
  const found = new Set(emulator.store.find('things', {}, { limit: 1000 }).docs.map(({ _id }) => _id))
  await emulator.close()
  await rm(folder, { recursive: true, force: true })
  expect(acknowledged.length).toBeGreaterThanOrEqual(20)
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
})
