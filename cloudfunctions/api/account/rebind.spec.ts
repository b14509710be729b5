import { keptHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
jest.setTimeout(30_000)

const hospital = keptHospital({ now: NOW })

const { call, docs } = hospital

test('S42, architecture §8: binding anew by a code takes the old WeChat’s place, ends the web’s sessions and tells of it', async () => {
  const follow = await fetch(`${hospital.emulator.base}/_emulator/wechat/follow`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"openid":"wx-lisi"}' })
  expect(follow.status).toBe(200)
  const login = { operation: 'account.log-in', input: { institution: '医疗机构测试1', loginName: 'lisi', password: 'lisi-2026' }, requestId: 'request-log-in-000001' }
  const entered = await fetch(`${hospital.emulator.base}/api`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(login) })
  expect(entered.status).toBe(200)
  expect(docs('sessions')).toHaveLength(1)

  const issued = await call('wx-wangjun', 'account.issue-bind-code', { accountId: 'acc-lisi' })
  const code = issued.ok ? (issued.data as { code: string }).code : ''
  expect(await call('wx-sunba', 'account.bind', { by: 'code', loginName: 'lisi', code })).toMatchObject({ ok: true, data: { account: { name: '李四' } } })

  expect(docs('wechat_links').filter(({ accountId }) => accountId === 'acc-lisi')).toMatchObject([{ openid: 'wx-sunba' }])
  expect(await call('wx-lisi', 'device.list')).toMatchObject({ code: 'account.not-bound' })
  expect(docs('sessions')).toEqual([])
  expect(docs('inbox')).toMatchObject([{ accountId: 'acc-lisi', title: '账号换绑了微信' }])
  const told = (await (await fetch(`${hospital.emulator.base}/_emulator/outbox`)).json()) as Array<{ to: string; fields: unknown }>
  expect(told).toMatchObject([{ to: 'oa-lisi' }])
  expect(JSON.stringify(told)).toContain('账号已换绑到新的微信')
})
