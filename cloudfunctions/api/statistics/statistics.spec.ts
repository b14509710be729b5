import type { Reply } from '../../../contract/call'
import { data, freshHospital } from '../../../demo/fresh-hospital'
import { emptyForm } from '../../../domain/certificate/certificate'
import { addDays, dayOf, instantOf } from '../../../domain/kernel/civil-day'
import { readSheet } from '../../../cloud/sheets/read-sheet'

const ADMIN = 'wx-wangjun'
const TODAY = '2026-11-25'

jest.setTimeout(60_000)
const hospital = freshHospital({ now: instantOf(TODAY, '09:00:00'), demo: false })

const reply = (operation: string, input: unknown): Promise<Reply> => hospital.call(ADMIN, operation, input)
const call = <T>(operation: string, input: unknown): Promise<T> => data<T>(reply(operation, input))
interface Rates { all: { rate: number | null; holding: number; lacking: number; away: number }; type: Array<{ key: string; rate: number }>; needs: number }
interface People { holding: Array<{ name: string }>; lacking: Array<{ name: string; lacks: string[] }>; away: Array<{ name: string }> }
const names = (list: ReadonlyArray<{ name: string }>): string[] => list.map(({ name }) => name).sort()
const person = (staffNumber: string, departmentId: string): Promise<{ id: string; version: number }> =>
  call('person.save', { id: null, version: 0, form: { staffNumber, name: `测${staffNumber}`, departmentId, title: '', employment: 'permanent' } })
async function certificateOf({ id, name }: { id: string; name: string }, expiresOn: string): Promise<{ id: string; version: number }> {
  const saved = await call<{ id: string; version: number }>('certificate.save', { id: null, version: null, form: { ...emptyForm(), deviceIds: ['dev-000059'], number: `N-${id}`, holderName: name, issuedOn: '2024-01-01', expiresOn } })
  await call('person.claim', { id, certificateId: saved.id, theirs: true })
  return saved
}
const department = async (): Promise<string> => ((await call<{ device: { department: { id: string } } }>('device.get', { id: 'dev-000059' })).device.department.id)

test('B31: percentages and their lists say the same, today and on a past day, and follow 暂离', async () => {
  const departmentId = await department()
  expect(await call<Rates>('statistics.holding', {})).toMatchObject({ needs: 0, all: { rate: null } })
  await call('statistics.save-needs', { version: 0, needs: [{ by: 'department', of: departmentId, typeId: 'device-operator' }] })
  const known = names(await call<People>('statistics.people', { grouping: null, key: '' }).then(({ lacking }) => lacking))
  const [a, b] = [await person('7001', departmentId), await person('7002', departmentId)]
  await certificateOf({ id: a.id, name: '测7001' }, '2026-11-30')
  const { id: _id, version } = b
  const lists = await call<People>('statistics.people', { grouping: 'department', key: departmentId })
  expect([names(lists.holding), names(lists.lacking)]).toEqual([['测7001'], [...known, '测7002'].sort()])
  await call('person.set-presence', { id: _id, version, presence: 'away', account: null })
  expect((await call<Rates>('statistics.holding', {})).all).toMatchObject({ holding: 1, lacking: known.length, away: 1 })
  expect(names((await call<People>('statistics.people', { grouping: null, key: '', on: addDays(TODAY, -1) })).lacking)).toContain('测7002')
  hospital.emulator.clock.freeze(instantOf('2026-12-01', '09:00:00'))
  expect((await call<Rates>('statistics.holding', {})).all.holding).toBe(0)
  expect((await call<Rates>('statistics.holding', { on: '2026-11-30' })).all.holding).toBe(1)
})

test('rules are saved once: an old version, a rule that stands twice and a department of nowhere are refused', async () => {
  const need = { by: 'department', of: await department(), typeId: 'device-operator' }
  await call('statistics.save-needs', { version: 0, needs: [need] })
  expect(await reply('statistics.save-needs', { version: 0, needs: [] })).toMatchObject({ code: 'needs.changed-meanwhile', detail: { version: 1 } })
  expect(await reply('statistics.save-needs', { version: 1, needs: [need, need] })).toMatchObject({ code: 'invalid-input', detail: { fields: { 'needs.1': 'needs.twice' } } })
  expect(await reply('statistics.save-needs', { version: 1, needs: [{ ...need, of: 'nowhere' }] })).toMatchObject({ code: 'department.not-found' })
})

test('B31: both lists as a workbook, and the figures of handling with their days', async () => {
  const departmentId = await department()
  await call('statistics.save-needs', { version: 0, needs: [{ by: 'department', of: departmentId, typeId: 'device-operator' }] })
  const a = await person('7003', departmentId)
  const { id, version } = await certificateOf({ id: a.id, name: '测7003' }, '2026-11-27')
  const { url, rows } = await call<{ url: string; rows: number }>('statistics.export', {})
  const sheet = await readSheet(new Uint8Array(await (await fetch(url)).arrayBuffer()), [{ key: 'name', header: '姓名' }])
  expect(JSON.stringify(sheet)).toContain('测7003')
  expect(rows).toBeGreaterThan(0)
  const { certificate } = await call<{ certificate: { version: number } }>('certificate.get', { id })
  expect(certificate.version).toBeGreaterThanOrEqual(version)
  const renewal = { number: '', issuedOn: TODAY, expiresOn: '2028-11-24', longTerm: false, attachmentIds: [] }
  await call('certificate.handle', { id, version: certificate.version, kind: 'renewed', note: '', reference: '', until: null, renewal })
  expect(await call('statistics.reminding', { from: addDays(TODAY, -6), to: dayOf(instantOf(TODAY, '09:00:00')) }))
    .toMatchObject({ renewals: { inTime: 1, late: 0 }, handled: [{ kind: 'renewed', count: 1 }], reaction: { medianDays: 3, withinWeek: 1, later: 0, afterExpiry: 0 }, partly: false })
})
