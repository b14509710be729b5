import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Reply } from '../contract/call'
import { openCloud } from '../cloud/tcb/app'
import { cloudDocumentStore } from '../cloud/tcb/document-store'
import { cloudFileStore } from '../cloud/tcb/file-store'
import { openTemporaryHospital, type TemporaryHospital } from '../demo/temporary-hospital'
import { platformEnvironment } from '../emulator/functions/environment'
import { restoreBackup } from './restore'
import { takeBackup, type Environment } from './take'

const NAME = '医疗机构测试1'
const NOW = new Date('2026-11-25T01:00:00Z')
const ADMIN = 'wx-wangjun'
const PHOTO = readFileSync(join(__dirname, '../src/ui/icons/tab/cert.png'))
jest.setTimeout(60_000)

let folder: string
let hospital: TemporaryHospital
const inherited = { ...process.env }

/** What an operator's machine has after it logged in. */
const environment = (): Environment => {
  Object.assign(process.env, platformEnvironment(hospital.emulator.base, 'backup'))
  const cloud = openCloud()
  return { store: cloudDocumentStore(cloud.database(), () => Promise.resolve()), files: cloudFileStore(cloud), clock: { now: () => NOW, elapsed: () => 0 }, say: () => undefined }
}
const ask = async (operation: string, input: unknown = {}): Promise<Record<string, unknown>> => {
  const reply = (await hospital.emulator.invoke('api', { operation, input }, ADMIN)) as Reply
  if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply)}`)
  return reply.data as Record<string, unknown>
}
const QUESTIONS = ['account.me', 'account.list', 'department.list', 'device.list', 'certificate.list', 'certificate.table', 'cover.matrix', 'plan.list', 'home.overview', 'inbox.list', 'type.list', 'rules.get', 'channel.settings']
/** Links to files are made anew with every answer. */
const answers = async (): Promise<unknown[]> => {
  const said = await Promise.all(QUESTIONS.map((operation) => ask(operation)))
  return said.map((each) => JSON.parse(JSON.stringify(each, (key, value: unknown) => (key === 'url' ? 'link' : value))) as unknown)
}
const photoOf = async (id: string): Promise<Buffer> => {
  const { certificate: { attachments } } = await ask('certificate.get', { id }) as { certificate: { attachments: Array<{ url: string }> } }
  return Buffer.from(await (await fetch(attachments[0]?.url ?? '')).arrayBuffer())
}
/** The demo's first certificate gets a photo, as the phone would have stored it. */
const withPhoto = async (): Promise<string> => {
  const { store, files } = environment()
  const [certificate] = await store.find('certificates', { institutionId: (await store.find('institutions', { name: NAME }))[0]?._id ?? '' }, { limit: 1 })
  const fileId = await files.write(`certificates/${certificate?._id}/front.png`, PHOTO)
  await store.update('certificates', { _id: certificate?._id ?? '' }, { set: { attachments: [{ id: 'photo-1', name: 'front.png', type: 'image/png', bytes: PHOTO.length, fileId, sha256: '0'.repeat(64) }] } })
  return certificate?._id ?? ''
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  hospital = await openTemporaryHospital({ now: NOW })
}, 60_000)
beforeEach(() => hospital.emulator.reset(true))
afterAll(async () => {
  await hospital?.close()
  rmSync(folder, { recursive: true, force: true })
  process.env = inherited
})

test('an institution restored into an empty environment gives the same answers, its photos included', async () => {
  const archive = join(folder, 'whole.jsonl.gz')
  const id = await withPhoto()
  const took = await takeBackup(environment(), NAME, archive)
  const before = await answers()
  await hospital.emulator.store.clear()
  expect(await restoreBackup(environment(), archive)).toEqual({ ...took, name: NAME })
  expect(await answers()).toEqual(before)
  expect((await photoOf(id)).equals(PHOTO)).toBe(true)
})

test('a backup cut in half, changed by one letter or of something else is refused in words and writes nothing', async () => {
  const archive = join(folder, 'good.jsonl.gz')
  await takeBackup(environment(), NAME, archive)
  await hospital.emulator.store.clear()
  const bytes = readFileSync(archive)
  const lines = gunzipSync(bytes).toString('utf8')
  const broken: Array<[name: string, bytes: Buffer, words: RegExp]> = [
    ['half', bytes.subarray(0, bytes.length >> 1), /cut off/],
    ['without-end', gzipSync(lines.slice(0, lines.lastIndexOf('\n', lines.length - 2) + 1)), /cut off/],
    ['changed', gzipSync(lines.replace('影像中心', '影象中心')), /changed or damaged/],
    ['appended', gzipSync(`${lines}${lines.split('\n')[1] ?? ''}\n`), /changed or damaged/],
    ['other', Buffer.from('a picture, perhaps'), /no backup of this product/],
    ['other-lines', gzipSync('{"kind":"something"}\n'), /no backup of this product/],
  ]
  for (const [name, content, words] of broken) {
    const path = join(folder, `${name}.jsonl.gz`)
    writeFileSync(path, content)
    await expect(restoreBackup(environment(), path)).rejects.toThrow(words)
  }
  expect(hospital.emulator.store.count('departments', {}).total).toBe(0)
})

test('nothing is restored over an institution that is there; an interrupted restore goes on when it is run again', async () => {
  const archive = join(folder, 'again.jsonl.gz')
  const took = await takeBackup(environment(), NAME, archive)
  await expect(restoreBackup(environment(), archive)).rejects.toThrow(`${NAME} exists in this environment`)
  await hospital.emulator.store.clear()
  const whole = environment()
  let writes = 0
  const failing: Environment = { ...whole, store: { ...whole.store, add: (collection, docs) => ((writes += 1) > 5 ? Promise.reject(new Error('the line was cut')) : whole.store.add(collection, docs)) } }
  await expect(restoreBackup(failing, archive)).rejects.toThrow('the line was cut')
  expect(await restoreBackup(environment(), archive)).toEqual({ ...took, name: NAME })
  expect((await ask('account.me')).account).toBeTruthy()
})

test('an unknown institution is told before a file is written', async () => {
  await expect(takeBackup(environment(), '没有这家医院', join(folder, 'none.jsonl.gz'))).rejects.toThrow('There is no institution called 没有这家医院.')
})
