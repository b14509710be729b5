import type { CertificateDeviceDoc } from './documents'
import { MIGRATIONS, migrateAll, migrateBatch, type Migration } from './migrations'
import { schema } from './schema'
import { bench, certificate, rowsOf, type Bench } from './testing/reminder-bench'

const NOW = new Date('2026-11-25T01:00:00Z')
const papers = Array.from({ length: 130 }, (_, n) => certificate(`c${n}`, { deviceIds: [`dev-${n}`], ...(n % 2 === 0 && { typeId: 'staff-title' }) }, NOW))
/** As rows were stored before they carried the type. */
const earlier = (): CertificateDeviceDoc[] => papers.flatMap(rowsOf).map((row) => ({ ...Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'typeId')), schema: 1 }) as unknown as CertificateDeviceDoc)
const world = (rows: CertificateDeviceDoc[]): Bench => bench(NOW, { certificates: papers, certificate_devices: rows })
const rows = ({ store }: Bench) => [...store.all('certificate_devices')].sort((a, b) => (a._id < b._id ? -1 : 1))
const wanted = rows(world(papers.flatMap(rowsOf)))

test('documents of every earlier shape become as if they were written today', async () => {
  const ports = world(earlier())
  const said: unknown[] = []
  await migrateAll(ports.store, (...each) => said.push(each))
  expect(rows(ports)).toEqual(wanted)
  expect(said).toEqual([['rows-know-their-type', 130]])
})

test('run again, or by two at once, it changes nothing more', async () => {
  const ports = world(earlier())
  await Promise.all([migrateAll(ports.store), migrateAll(ports.store)])
  await migrateAll(ports.store)
  expect(rows(ports)).toEqual(wanted)
})

test('cut off at any call it goes on where it was', async () => {
  const ports = world(earlier())
  let left = 40
  ports.store.before = () => { if ((left -= 1) === 0) throw new Error('cut off') }
  await expect(migrateAll(ports.store)).rejects.toThrow('cut off')
  ports.store.before = () => undefined
  await migrateAll(ports.store)
  expect(rows(ports)).toEqual(wanted)
})

test('a row without its certificate does not hold up the others', async () => {
  const ports = bench(NOW, { certificate_devices: earlier().slice(0, 3) })
  expect(await migrateBatch(ports.store, MIGRATIONS[0] as Migration, 10)).toBe(3)
  expect(await migrateBatch(ports.store, MIGRATIONS[0] as Migration, 10)).toBe(0)
})

test('every collection that is migrated has an index by shape', () => {
  expect(MIGRATIONS.filter(({ collection }) => !schema[collection].indexes.some(({ fields }) => fields[0]?.[0] === 'schema'))).toEqual([])
})
