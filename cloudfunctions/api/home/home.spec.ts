import { data, freshHospital } from '../../../demo/fresh-hospital'
import { emptyForm } from '../../../domain/certificate/certificate'
import { instantOf } from '../../../domain/kernel/civil-day'

const ADMIN = 'wx-wangjun'

jest.setTimeout(60_000)
const hospital = freshHospital({ now: instantOf('2026-11-25', '09:00:00'), demo: false })

const call = <T>(operation: string, input: unknown): Promise<T> => data<T>(hospital.call(ADMIN, operation, input))
const covered = async (): Promise<number> => {
  const { devices, devicesWithoutHolder } = await call<{ devices: number; devicesWithoutHolder: number }>('home.overview', {})
  return devices - devicesWithoutHolder
}
interface Saved { id: string; version: number }
const save = (deviceIds: string[], over: object = {}, of: { id: string | null; version: number | null } = { id: null, version: null }): Promise<Saved> =>
  call('certificate.save', { id: of.id, version: of.version, form: { ...emptyForm(), deviceIds, number: 'N-0001', holderName: '张三', issuedOn: '2023-01-01', expiresOn: '2027-01-31', ...over } })
const handle = (of: Saved, kind: string): Promise<Saved> =>
  call('certificate.handle', { id: of.id, version: of.version, kind, note: '离岗', reference: '', until: null, renewal: null })

test('B4: devices that somebody may operate are counted anew with every save, revocation and reopening', async () => {
  expect(await covered()).toBe(0)
  const first = await save(['dev-000059', 'dev-000060'])
  expect(await covered()).toBe(2)
  const second = await save(['dev-000060'], {}, first)
  expect(await covered()).toBe(1)
  const revoked = await handle({ ...second, id: first.id }, 'revoked')
  expect(await covered()).toBe(0)
  await call('certificate.reopen', { id: first.id, version: revoked.version })
  expect(await covered()).toBe(1)
})

test('the day after its last day a certificate covers nothing, and one that begins later covers from its first day on', async () => {
  await save(['dev-000059'], { expiresOn: '2026-11-25' })
  await save(['dev-000059'], { number: 'N-0002', issuedOn: '2026-11-27', validFrom: '2026-11-27', expiresOn: '2027-11-26' })
  const counts: number[] = []
  for (const day of ['2026-11-25', '2026-11-26', '2026-11-27']) {
    await hospital.emulator.advance(instantOf(day, '09:00:00'), 3_600_000)
    counts.push(await covered())
  }
  expect(counts).toEqual([1, 0, 1])
})
