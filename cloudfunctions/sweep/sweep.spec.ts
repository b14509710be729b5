import { data, keptHospital } from '../../demo/fresh-hospital'
import { emptyForm } from '../../domain/certificate/certificate'
import { instantOf } from '../../domain/kernel/civil-day'

/** The real path: the timer, the bundle of `sweep`, the real SDK, files in the storage. */
const ADMIN = 'wx-wangjun'
const NOW = instantOf('2026-11-25', '09:00:00')
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xda, 0, 3, 1, 7, 7, 7, 0xff, 0xd9])])

jest.setTimeout(60_000)
const hospital = keptHospital({ now: NOW })

const call = <T>(operation: string, input: unknown): Promise<T> => data<T>(hospital.call(ADMIN, operation, input))
const upload = async (): Promise<string> => {
  const { id, path } = await call<{ id: string; path: string }>('attachment.begin', { name: '证.jpg', bytes: JPEG.length, type: 'image/jpeg', way: 'cloud' })
  await hospital.upload(ADMIN, path, JPEG)
  return id
}
const staged = async (): Promise<string> => {
  const id = await upload()
  await call('attachment.confirm', { id })
  return id
}
const ids = (collection: string): string[] => hospital.emulator.store.find(collection, {}, { sort: { _id: 1 }, limit: 100 }).docs.map(({ _id }) => String(_id)).sort()
const files = async (): Promise<string[]> => ((await (await fetch(`${hospital.emulator.base}/_emulator/files`)).json()) as Array<{ path: string }>).map(({ path }) => path)

test('a day later the staged files are gone with their documents, the saved one is still there', async () => {
  const before = (await files()).length
  const saved = await staged()
  await staged()
  await upload()
  const form = { ...emptyForm(), deviceIds: ['dev-000059'], number: 'N-0001', holderName: '张三', issuedOn: '2023-01-01', expiresOn: '2027-01-31', attachmentIds: [saved] }
  const { id } = await call<{ id: string }>('certificate.save', { id: null, version: null, form })
  expect([ids('uploads').length, (await files()).length - before]).toEqual([2, 3])

  await hospital.emulator.advance(instantOf('2026-11-26', '08:00:00'), 3_600_000)
  expect([ids('uploads').length, (await files()).length - before]).toEqual([2, 3])
  await hospital.emulator.advance(instantOf('2026-11-27', '06:00:00'), 3_600_000)
  expect([ids('uploads'), (await files()).length - before, ids('requests')]).toEqual([[], 1, []])
  const { certificate } = await call<{ certificate: { attachments: Array<{ url: string }> } }>('certificate.get', { id })
  expect(Buffer.from(await (await fetch(certificate.attachments[0]?.url ?? '')).arrayBuffer()).equals(JPEG)).toBe(true)
})

test('a client cannot wake it, and every question it asks is served by an index', async () => {
  await expect(hospital.emulator.invoke('sweep', { Type: 'Timer', TriggerName: 'sweep' }, ADMIN)).rejects.toThrow()
  const calls = (await (await fetch(`${hospital.emulator.base}/_emulator/logs?name=sweep`)).json()) as Array<{ source: string; lines: Array<{ text: string }> }>
  expect(calls).toHaveLength(6)
  expect(calls.every(({ lines }) => lines.some(({ text }) => text.includes('"complete":true')))).toBe(true)
})

test('PIPL: a certificate past its 保存期限 goes with its scan at night, and the administrator reads in the audit that it did', async () => {
  const before = (await files()).length
  const form = { ...emptyForm(), deviceIds: ['dev-000059', 'dev-000060'], number: 'N-0002', holderName: '张三', issuedOn: '2013-01-01', expiresOn: '2016-12-05', attachmentIds: [await staged()] }
  const { id } = await call<{ id: string }>('certificate.save', { id: null, version: null, form })
  expect([(await files()).length - before, ids('certificates').includes(id)]).toEqual([1, true])
  hospital.emulator.clock.freeze(instantOf('2026-12-13', '03:10:00'))
  await hospital.emulator.advance(instantOf('2026-12-13', '03:20:00'), 3_600_000)
  expect([(await files()).length - before, ids('certificates').includes(id), ids('certificate_devices').filter((row) => row.startsWith(id))]).toEqual([0, false, []])
  const { rows } = await call<{ rows: unknown[] }>('audit.list', { topic: 'rules' })
  expect(rows).toMatchObject([{ by: '系统', operation: 'retention.sweep', changes: [{ field: 'certificates', after: 1 }, { field: 'files', after: 1 }] }])
  const logs = (await (await fetch(`${hospital.emulator.base}/_emulator/logs?name=sweep`)).json()) as Array<{ lines: Array<{ text: string }> }>
  expect(logs.every(({ lines }) => lines.some(({ text }) => text.includes('"complete":true')))).toBe(true)
})
