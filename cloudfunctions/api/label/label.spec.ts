import type { Reply } from '../../../contract/call'
import { keptHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
const ADMIN = 'wx-wangjun'

jest.setTimeout(30_000)

const hospital = keptHospital({ now: NOW })

const call = (operation: string, input: unknown, openid = ADMIN): Promise<Reply> => hospital.call(openid, operation, input)

test('B24, S2: an order of labels is kept and gives them again in the order of choosing, as the devices are called now', async () => {
  const made = await call('label.order', { deviceIds: ['dev-000059', 'dev-000055', 'dev-000059'], size: '70x50', copies: 2 })
  const id = made.ok ? (made.data as { id: string }).id : ''
  expect(await call('label.orders', {})).toMatchObject({ ok: true, data: { total: 1, rows: [{ id, devices: 2, copies: 2, size: '70x50', by: '王军' }] } })

  await hospital.emulator.store.modify('devices', { _id: 'dev-000055' }, { $set: { 'fields.name': '改过的名称' } }, { multi: false, upsert: false, merge: true })
  const sheet = await call('label.sheet', { id })
  expect(sheet).toMatchObject({ ok: true, data: { labels: [{ deviceId: 'dev-000059', code: '000059' }, { deviceId: 'dev-000055', code: '000055', name: '改过的名称' }] } })

  await hospital.emulator.store.remove('devices', { _id: 'dev-000059' }, { multi: false })
  expect(await call('label.sheet', { id })).toMatchObject({ ok: true, data: { order: { devices: 2 }, labels: [{ deviceId: 'dev-000055' }] } })
})

test('B24: a device that is not there is refused, and whoever only works at devices prints none', async () => {
  expect(await call('label.order', { deviceIds: ['dev-000055', 'dev-none'], size: '50x30', copies: 1 })).toMatchObject({ ok: false, code: 'not-found' })
  expect(await call('label.order', { deviceIds: ['dev-000055'], size: '50x30', copies: 1 }, 'wx-wangwu')).toMatchObject({ ok: false, code: 'forbidden' })
})
