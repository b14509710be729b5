import type { Collection } from '../cloud/documents'
import { schema } from '../cloud/schema'
import { HOSPITAL } from '../demo/departments'
import { openTemporaryHospital } from '../demo/temporary-hospital'
import type { Emulator } from '../emulator/emulator'
import { instantOf } from '../domain/kernel/civil-day'
import type { Store } from '../emulator/store/types'
import { chanceOf, DAY, fillInstitution } from './burst-world'
import { countCalls, type Asked } from './counted-calls'
import { timed } from './figures'

/** What one use costs: calls to the database, how many of them write, and milliseconds that a function runs. */
export interface Unit { calls: number; writes: number; ms: number }
/** Bytes of one document as JSON, and of its entries in the collection's indexes. */
export interface Bytes { document: number; indexes: number }
export interface Units { uses: Record<string, Unit>; bytes: Partial<Record<Collection, Bytes>> }

const FROM = new Date('2026-11-25T00:30:00Z')
const DUE = 10
const REPEATS = 20
const MINUTE = 60_000
/** A B-tree entry beside its key: record id and page overhead. */
const ENTRY_BYTES = 16
const ADMIN = 'wx-wangjun'

/** What people of a hospital do, as the app asks for it. */
const USES: Readonly<Record<string, ReadonlyArray<readonly [operation: string, input: object]>>> = {
  'opening the app': [['account.me', {}], ['home.overview', {}]],
  'a list of certificates': [['certificate.list', {}]],
  'a list of devices': [['device.list', {}]],
  'who may operate': [['cover.matrix', {}]],
}

const spentOver = async (asked: Asked, work: () => Promise<unknown>): Promise<Unit> => {
  const before = { ...asked }
  const ms = await timed(work)
  return { calls: asked.calls - before.calls, writes: asked.writes - before.writes, ms }
}

const shared = ({ calls, writes, ms }: Unit, by: number): Unit => ({ calls: calls / by, writes: writes / by, ms: ms / by })

const usesOf = async (emulator: Emulator, asked: Asked): Promise<Record<string, Unit>> => {
  const uses: Record<string, Unit> = {}
  for (const [name, calls] of Object.entries(USES)) {
    const ask = async (): Promise<void> => { for (const [operation, input] of calls) await emulator.invoke('api', { operation, input }, ADMIN) }
    await ask()
    uses[name] = shared(await spentOver(asked, async () => { for (let n = 0; n < REPEATS; n += 1) await ask() }), REPEATS)
  }
  return uses
}

interface Read { certificate: { version: number; form: object } }

/** Opening a certificate, changing its 描述 and saving it. */
const changeOf = async (emulator: Emulator, asked: Asked): Promise<Unit> => {
  const { _id: id } = emulator.store.find('certificates', { institutionId: HOSPITAL }, { limit: 1 }).docs[0] ?? {}
  const ask = async (operation: string, input: object, requestId?: string): Promise<unknown> => {
    const reply = (await emulator.invoke('api', { operation, input, requestId }, ADMIN)) as { ok: boolean; data: unknown }
    if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply)}`)
    return reply.data
  }
  const change = async (n: number): Promise<void> => {
    const { certificate: { version, form } } = (await ask('certificate.get', { id })) as Read
    await ask('certificate.save', { id, version, form: { ...form, description: `第 ${n} 次` } }, `scale-change-${String(n).padStart(8, '0')}`)
  }
  return shared(await spentOver(asked, async () => { for (let n = 0; n < REPEATS; n += 1) await change(n) }), REPEATS)
}

const tickOf = async (emulator: Emulator, asked: Asked): Promise<Unit> => {
  const tick = (): Promise<unknown> => emulator.advance(new Date(emulator.clock.now().getTime() + MINUTE))
  await tick()
  return shared(await spentOver(asked, async () => { for (let n = 0; n < REPEATS; n += 1) await tick() }), REPEATS)
}

/** The minute at which ten certificates of one institution are due, each naming three people: about the messages of a hospital's day. */
const messageOf = async ({ store, clock, advance }: Emulator, asked: Asked): Promise<Unit> => {
  await fillInstitution(store, 0, { next: chanceOf(8), certificates: DUE })
  clock.freeze(instantOf(DAY, '07:59:30'))
  const spent = await spentOver(asked, () => advance(instantOf(DAY, '08:00:30')))
  return shared(spent, store.count('deliveries', { institutionId: 'inst-0', day: DAY }).total)
}

/** One night’s sweep of an environment with one hospital. */
const nightOf = async ({ clock, advance }: Emulator, asked: Asked): Promise<Unit> => {
  clock.freeze(instantOf(DAY, '03:16:30'))
  return spentOver(asked, () => advance(instantOf(DAY, '03:17:30')))
}

const atPath = (doc: Record<string, unknown>, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), doc)

const entryBytes = (doc: Record<string, unknown>, paths: readonly string[]): number => {
  const values = paths.map((path) => atPath(doc, path))
  const entries = values.reduce<number>((count, value) => count * (Array.isArray(value) ? Math.max(1, value.length) : 1), 1)
  const keyBytes = values.reduce<number>((sum, value) => sum + Buffer.byteLength(JSON.stringify(Array.isArray(value) ? value[0] ?? null : value ?? null)), 0)
  return entries * (keyBytes + ENTRY_BYTES)
}

const indexBytes = (collection: Collection, doc: Record<string, unknown>): number =>
  schema[collection].indexes.reduce((sum, { fields }) => sum + entryBytes(doc, fields.map(([path]) => path)), entryBytes(doc, ['_id']))

const bytesOf = (store: Store): Units['bytes'] => Object.fromEntries((Object.keys(schema) as Collection[]).flatMap((collection) => {
  const { docs } = store.find(collection, {}, { sort: { _id: 1 }, limit: 1000 })
  if (docs.length === 0) return []
  const mean = (size: (doc: Record<string, unknown>) => number): number => docs.reduce((sum, doc) => sum + size(doc as unknown as Record<string, unknown>), 0) / docs.length
  return [[collection, { document: mean((doc) => Buffer.byteLength(JSON.stringify(doc))), indexes: mean((doc) => indexBytes(collection, doc)) }]]
}))

/** Measured on the demo's hospital over the real bundles: what people's uses, an idle tick and a message cost, and how large documents are. */
export const measureUnits = async (): Promise<Units> => {
  const hospital = await openTemporaryHospital({ now: FROM })
  try {
    const asked = countCalls(hospital.emulator.store)
    const uses = await usesOf(hospital.emulator, asked)
    const change = await changeOf(hospital.emulator, asked)
    const idle = await tickOf(hospital.emulator, asked)
    const night = await nightOf(hospital.emulator, asked)
    const message = await messageOf(hospital.emulator, asked)
    return { uses: { ...uses, 'a change': change, 'an idle tick': idle, 'a night’s sweep': night, 'a message': message }, bytes: bytesOf(hospital.emulator.store) }
  } finally {
    await hospital.close()
  }
}
