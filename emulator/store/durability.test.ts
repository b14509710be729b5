import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openStore } from './store'

/** How often the writing process is killed; the long run kills it a hundred times. */
const KILLS = Number(process.env.STORE_KILLS ?? 5)
const root = resolve(__dirname, '../..')

let folder: string
let program: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-crash-'))
  program = join(folder, 'child.cjs')
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [join(__dirname, 'crash-child.ts'), '--bundle', '--platform=node', '--external:lmdb', '--external:mingo', '--external:bson', `--outfile=${program}`, '--log-level=error'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lets the process write until it has acknowledged so many writes, then kills it at once; all that it has acknowledged. */
const writeAndKill = (data: string, round: number, enough: number): Promise<string[]> => new Promise((done, fail) => {
  const child = spawn(process.execPath, [program, data, String(round)], { env: { ...process.env, NODE_PATH: join(root, 'node_modules') } })
  let said = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => { errors += String(chunk) })
  child.stdout.on('data', (chunk: Buffer) => {
    said += String(chunk)
    if (said.split('\n').length > enough) child.kill('SIGKILL')
  })
  child.on('close', (code, signal) => (signal === 'SIGKILL' ? done(said.split('\n').slice(0, -1)) : fail(new Error(`ended with ${code}: ${errors}`))))
})

const check = async (data: string, acknowledged: readonly string[]): Promise<void> => {
  const store = await openStore({ folder: data, schema: {}, now: () => new Date() })
  try {
    const all = (name: string) => store.find(name, {}).docs
    const stored = new Set([...all('notes'), ...all('transfers')].map(({ _id }) => _id))
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
    const sent = (account: string): number => store.count('transfers', { from: account }).total
    expect(Object.fromEntries(all('accounts').map(({ _id, balance }) => [_id, balance]))).toEqual({ a: 500 - sent('a') + sent('b'), b: 500 + sent('a') - sent('b') })
    for (const name of ['notes', 'transfers']) expect(store.count(name, {}).total).toBe(all(name).length)
  } finally {
    await store.close()
  }
}

test('killed in the middle of its work, it opens again with all that it acknowledged and no half transaction', async () => {
  const data = join(folder, 'data')
  const acknowledged: string[] = []
  for (let round = 0; round < KILLS; round += 1) {
    acknowledged.push(...await writeAndKill(data, round, 150 + 37 * round % 200))
    await check(data, acknowledged)
  }
  expect(acknowledged.length).toBeGreaterThan(100 * KILLS)
}, 60_000 + KILLS * 3000)
