import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from './store'
import type { Store } from './types'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (path = folder): Promise<Store> => openStore({ folder: path, schema: { items: {} }, now: () => new Date(0) })
const refused = (why: RegExp) => ({ code: 'DATA_FOLDER_REFUSED', message: expect.stringMatching(why) })
const contents = (): Array<[string, string]> => readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name)).toString('base64')])

const filled = async (documents = 2000): Promise<void> => {
  const store = await open()
  await store.insert('items', Array.from({ length: documents }, (_, at) => ({ _id: `i${at}`, text: 'x'.repeat(100) })))
  await store.close()
}

const refusesUntouched = async (why: RegExp): Promise<void> => {
  const before = contents()
  await expect(open()).rejects.toMatchObject(refused(why))
  expect(contents()).toEqual(before)
}

test('a folder that is missing, or deep, is made', async () => {
  const deep = join(folder, 'a/b/c')
  const store = await open(deep)
  await store.insert('items', [{ _id: 'x' }])
  await store.close()
  expect(readdirSync(deep).sort()).toEqual(['data.mdb', 'data.mdb-lock', 'store.json'])
})

test('a folder with anything else in it is refused and not touched', async () => {
  writeFileSync(join(folder, 'thesis.txt'), 'mine')
  await refusesUntouched(/does not belong to this store/)
})

test('a folder of a later format is refused and not touched', async () => {
  await filled(1)
  writeFileSync(join(folder, 'store.json'), JSON.stringify({ format: 'cloudbase-emulator-store', version: 99, ready: true }))
  await refusesUntouched(/format 99/)
})

test('a marker that is damaged or another\'s is refused', async () => {
  await filled(1)
  writeFileSync(join(folder, 'store.json'), '{"format":')
  await refusesUntouched(/does not belong/)
  writeFileSync(join(folder, 'store.json'), '{"format":"other"}')
  await refusesUntouched(/does not belong/)
})

test.each([0.9, 0.5, 0.1])('a data file cut to %d of its length is refused and not touched', async (part) => {
  await filled()
  const path = join(folder, 'data.mdb')
  truncateSync(path, Math.floor(statSync(path).size * part))
  await refusesUntouched(/has lost a part/)
})

test.each([8192, 4096, 5000, 100, 20, 0])('a data file cut to %d bytes is refused and not touched', async (size) => {
  await filled()
  truncateSync(join(folder, 'data.mdb'), size)
  await refusesUntouched(/has lost a part|is no LMDB file/)
})

test('a missing data file is a loss, not a beginning', async () => {
  await filled(1)
  rmSync(join(folder, 'data.mdb'))
  await refusesUntouched(/has lost a part/)
})

test('a data file that is something else is refused and not touched', async () => {
  await filled(1)
  writeFileSync(join(folder, 'data.mdb'), Buffer.alloc(50_000, 'not a database '))
  await refusesUntouched(/is no LMDB file/)
})

test('a first start that was cut off goes on', async () => {
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data/store.json.new'), '{"for')
  await (await open(join(folder, 'data'))).close()
  rmSync(join(folder, 'data/data.mdb'))
  writeFileSync(join(folder, 'data/store.json'), JSON.stringify({ format: 'cloudbase-emulator-store', version: 1, ready: false }))
  const store = await open(join(folder, 'data'))
  expect(store.collections()).toEqual(['items'])
  await store.close()
})

test('a file that lacks only pages that are free is whole', async () => {
  await filled()
  const store = await open()
  await store.clear()
  for (let at = 0; at < 20; at += 1) await store.insert('items', [{ _id: `s${at}` }])
  await store.close()
  const path = join(folder, 'data.mdb')
  const whole = statSync(path).size
  truncateSync(path, whole - 4096 * 10)
  const again = await open()
  expect(again.find('items', {}).docs).toHaveLength(20)
  await again.insert('items', Array.from({ length: 3000 }, (_, at) => ({ _id: `n${at}`, text: 'y'.repeat(100) })))
  await again.close()
  const last = await open()
  expect(last.find('items', {}).docs).toHaveLength(3020)
  await last.close()
})

test('a folder in use is refused, and free again after the close', async () => {
  const store = await open()
  await expect(open()).rejects.toMatchObject(refused(/in use/))
  await store.close()
  await (await open()).close()
})

test('a folder that a living process has open is refused; a dead one\'s is not', async () => {
  await filled(1)
  writeFileSync(join(folder, 'owner.pid'), String(process.ppid))
  await refusesUntouched(/in use by process/)
  for (const gone of ['2147483646', '2147483646 17', `${process.ppid} 17`]) {
    writeFileSync(join(folder, 'owner.pid'), gone)
    await (await open()).close()
  }
})

/** Whether the system says that the process is still alive; its entry may vanish at any moment. */
const isAlive = (pid: number): boolean => {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/** Turns of the event loop until the process is a ghost or gone; where the system does not tell, none. */
const untilGhost = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await new Promise((resolve) => void setImmediate(resolve))
}

test('a killed owner whose parent has not asked for its end yet is a dead one', async () => {
  await filled(1)
  const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(parent.stdout, 'data')) as [Buffer]
  const owner = Number(line.toString())
  process.kill(owner, 'SIGKILL')
  await untilGhost(owner)
  writeFileSync(join(folder, 'owner.pid'), String(owner))
  await (await open()).close()
  parent.kill('SIGKILL')
  parent.stdout.destroy()
})

test('a copy of a closed store\'s folder is a store', async () => {
  await filled(10)
  const copy = join(folder, 'copy')
  mkdirSync(copy)
  for (const name of ['data.mdb', 'store.json']) copyFileSync(join(folder, name), join(copy, name))
  const store = await open(copy)
  expect(store.count('items', {}).total).toBe(10)
  await store.close()
})
