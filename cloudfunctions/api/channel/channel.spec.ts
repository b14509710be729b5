import type { ChannelSettingsView } from '../../../contract/channel'
import { data, freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
/** 院级管理员 with a phone, and 科室负责人: bound from the start, neither follows. */
const ADMIN = 'wx-wangjun'
const HEAD = 'wx-lisi'
const WRONG_SECRET = 'wrong-secret-0000001'

jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW })
const { call, docs } = hospital

const control = async (path: string, body?: unknown): Promise<unknown> => {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await fetch(`${hospital.emulator.base}/_emulator/${path}`, init)).json()
}
const outbox = async () => (await control('outbox')) as Array<{ channel: string; to: string; text?: string; providerId: string }>

const view = () => data<ChannelSettingsView>(call(ADMIN, 'channel.settings'))
const input = ({ version, officialAccount, subscribeMessage, employeeMessage, mediaCheck, sms }: ChannelSettingsView) => ({ version, officialAccount, subscribeMessage, employeeMessage, mediaCheck, sms, secrets: [] as Array<{ name: string; value: string }> })
const ownOfficial = async (secret: string) => {
  const now = input(await view())
  return {
    ...now, officialAccount: { ...now.officialAccount, use: 'own', appId: 'wx0000demo00office', templateId: 'demo-official-expiry' },
    secrets: [{ name: 'officialSecret', value: secret }, { name: 'pushToken', value: 'loopbackpush' }, { name: 'pushAesKey', value: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }],
  }
}

describe('通道设置', () => {
  test('begins with what the environment sets up, and only those who may write settings see it', async () => {
    expect(await view()).toMatchObject({ version: 0, officialAccount: { use: 'default' }, secrets: [], defaults: { officialAccount: true, subscribeMessage: true, sms: true } })
    expect(await call(HEAD, 'channel.settings')).toMatchObject({ code: 'forbidden' })
  })

  test('a secret that WeChat refuses is not saved, although a token of the right one is kept', async () => {
    await data(call(ADMIN, 'channel.follow-code'))
    expect(await call(ADMIN, 'channel.save-settings', await ownOfficial(WRONG_SECRET))).toMatchObject({ code: 'channel.refused', detail: { channel: 'official-account', code: '40125' } })
    expect((await view()).version).toBe(0)
  })

  test('what WeChat takes is saved sealed: no secret in the store, the answer, the audit or the log', async () => {
    const saved = await data<ChannelSettingsView>(call(ADMIN, 'channel.save-settings', await ownOfficial('loopback-official')))
    expect(saved).toMatchObject({ version: 1, secrets: [{ name: 'officialSecret', tail: 'cial' }, { name: 'pushToken' }, { name: 'pushAesKey', tail: 'DEFG' }] })
    const logs = await control('logs?name=api&limit=200')
    const everything = JSON.stringify([saved, docs('channel_settings'), docs('audit'), docs('requests'), logs])
    for (const secret of ['loopback-official', 'loopbackpush', 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG']) expect(everything).not.toContain(secret)
    expect(saved.pushPath).toMatch(/^\/wechat\/events\/hospital-1\/[0-9a-f]{32}$/)
  })

  test('a channel that is switched on half, and settings that somebody else changed, are refused', async () => {
    const now = input(await view())
    expect(await call(ADMIN, 'channel.save-settings', { ...now, sms: { ...now.sms, use: 'own' } })).toMatchObject({ code: 'channel.incomplete', detail: { channel: 'sms' } })
    await data(call(ADMIN, 'channel.save-settings', { ...now, sms: { ...now.sms, dailyCap: 5 } }))
    expect(await call(ADMIN, 'channel.save-settings', now)).toMatchObject({ code: 'channel.changed-meanwhile' })
  })

  test('own SMS settings send the administrator a message before they are saved', async () => {
    const now = input(await view())
    const own = { ...now, sms: { ...now.sms, use: 'own', appId: '1400000001', sign: '测试医院', templateId: '1000001', secretId: 'loopback-id' } }
    expect(await call(ADMIN, 'channel.save-settings', { ...own, secrets: [{ name: 'smsSecretKey', value: WRONG_SECRET }] })).toMatchObject({ code: 'channel.refused', detail: { channel: 'sms' } })
    await data(call(ADMIN, 'channel.save-settings', { ...own, secrets: [{ name: 'smsSecretKey', value: 'loopback-key' }] }))
    const sent = await outbox()
    expect(sent.map(({ channel, to }) => [channel, to])).toEqual([['sms', '13800000001']])
    expect(sent[0]?.text).toContain('【测试医院】')
  })

  test('a channel that is switched off is not offered for consent', async () => {
    const now = input(await view())
    await data(call(ADMIN, 'channel.save-settings', { ...now, subscribeMessage: { ...now.subscribeMessage, use: 'off' } }))
    expect(await data(call(HEAD, 'account.me'))).toMatchObject({ subscribeTemplateId: null })
  })
})

describe('给我发一条测试', () => {
  test('goes to the caller alone, three an hour, and is recorded', async () => {
    for (let n = 0; n < 3; n += 1) await data(call(ADMIN, 'channel.test', { channel: 'sms' }))
    expect(await call(ADMIN, 'channel.test', { channel: 'sms' })).toMatchObject({ code: 'channel.too-often' })
    expect((await outbox()).map(({ to }) => to)).toEqual(['13800000001', '13800000001', '13800000001'])
    expect(docs('audit').filter(({ operation }) => operation === 'channel.test')).toHaveLength(3)
    await data(call(ADMIN, 'channel.test', { channel: 'home' }))
    expect(docs('inbox')).toMatchObject([{ accountId: 'acc-wangjun' }])
  })

  test('who does not follow or has no consent left is told so, and a consent is used once', async () => {
    expect(await call(HEAD, 'channel.test', { channel: 'official-account' })).toMatchObject({ code: 'channel.not-reachable' })
    expect(await call(HEAD, 'channel.test', { channel: 'subscribe-message' })).toMatchObject({ code: 'channel.not-reachable' })
    await control('wechat/accept', { openid: HEAD, templateId: 'demo-subscribe-expiry' })
    await data(call(HEAD, 'account.grant-subscription', { nonce: 'n'.repeat(20), templateId: 'demo-subscribe-expiry', result: 'accept' }))
    await data(call(HEAD, 'channel.test', { channel: 'subscribe-message' }))
    expect(docs('subscription_credits')).toMatchObject([{ remaining: 0, granted: 1, sent: 1 }])
  })
})

describe('B3: 用工消息', () => {
  const E = 'employee-expiry'
  const switchOn = async (over: object = {}) => {
    const now = input(await view())
    return call(ADMIN, 'channel.save-settings', { ...now, employeeMessage: { ...now.employeeMessage, on: true, templateId: E }, ...over })
  }
  const answer = (openid: string, over: object = {}) => call(openid, 'channel.answer-employment', { templateId: E, binding: 'accept', message: 'accept', ...over })
  const employed = async (openid: string) => (await control('wechat/employ', { openid, templateIds: [E] })) as { templateIds: string[] | null }
  /** Whom the pretend WeChat holds as staff. */
  const bound = async () => ((await control('wechat/employ')) as Array<{ openid: string }>).map(({ openid }) => openid)

  test('is off at first, is asked of WeChat before it is saved, and needs a mini-program that sends', async () => {
    expect(await data(call(HEAD, 'channel.employment'))).toEqual({ offer: 'off', templateId: '' })
    expect(await answer(HEAD)).toMatchObject({ code: 'channel.not-offered' })
    await control('providers/faults', { end: 'employee-message', times: 1, code: 40097 })
    expect(await switchOn()).toMatchObject({ code: 'channel.refused', detail: { channel: 'employee-message', code: '40097' } })
    const now = input(await view())
    expect(await switchOn({ subscribeMessage: { ...now.subscribeMessage, use: 'off' } })).toMatchObject({ code: 'channel.needs-mini-program' })
    expect(await switchOn({ employeeMessage: { ...now.employeeMessage, on: true } })).toMatchObject({ code: 'channel.incomplete', detail: { channel: 'employee-message' } })
    expect(await switchOn()).toMatchObject({ ok: true, data: { employeeMessage: { on: true, templateId: E } } })
  })

  test('is offered only to whom the hospital’s records name as staff, asked once, and sends a test to who took it', async () => {
    await data(switchOn())
    await hospital.emulator.store.modify('people', { _id: 'person-wangwu' }, { $set: { employment: 'vendor' } }, { multi: false, upsert: false, merge: true })
    expect(await data(call('wx-wangwu', 'channel.employment'))).toEqual({ offer: 'not-confirmed', templateId: '' })
    expect(await answer('wx-wangwu')).toMatchObject({ code: 'channel.not-offered' })
    expect(await data(call(HEAD, 'channel.employment'))).toEqual({ offer: 'open', templateId: E })
    expect(await call(HEAD, 'channel.test', { channel: 'employee-message' })).toMatchObject({ code: 'channel.not-reachable' })
    await employed(HEAD)
    expect(await data(answer(HEAD))).toEqual({ offer: 'agreed', templateId: '' })
    expect(await answer(HEAD)).toMatchObject({ code: 'channel.not-offered' })
    await data(call(HEAD, 'channel.test', { channel: 'employee-message' }))
    expect(await outbox()).toMatchObject([{ channel: 'employee-message', to: HEAD }])
    expect(await data(call(HEAD, 'account.me'))).toMatchObject({ account: { reach: { employed: true } } })
    expect(await data(answer(ADMIN, { binding: 'reject', message: 'reject' }))).toEqual({ offer: 'declined', templateId: '' })
    expect(await data(call(ADMIN, 'channel.employment'))).toEqual({ offer: 'declined', templateId: '' })
  })

  test('ends in WeChat with the account, at once', async () => {
    await data(switchOn())
    await employed(HEAD)
    await data(answer(HEAD))
    expect(await bound()).toEqual([HEAD])
    await data(call(ADMIN, 'account.switch-off', { id: 'acc-lisi', successorId: null }))
    expect(docs('employee_bonds')).toEqual([])
    expect(await bound()).toEqual([])
  })

  test('of a person who is 离职 ends although his account is still on', async () => {
    await data(switchOn())
    await employed(HEAD)
    await data(answer(HEAD))
    await data(call(ADMIN, 'person.set-presence', { id: 'person-lisi', version: 0, presence: 'left', account: null }))
    expect(await bound()).toEqual([])
    expect(docs('employee_bonds')).toEqual([])
    expect(await data(call(HEAD, 'channel.employment'))).toEqual({ offer: 'not-confirmed', templateId: '' })
  })
})

describe('S42: following by one’s own code', () => {
  test('tells whose account follows where no unionid does, until he unfollows', async () => {
    await control('wechat/users', { openid: HEAD, name: '李四', officialOpenid: 'oa-lisi', phone: '13800000003', follows: false })
    const { expiresAt } = await data<{ url: string; expiresAt: string }>(call(HEAD, 'channel.follow-code'))
    expect(expiresAt).toBe('2026-11-25T01:10:00.000Z')
    const { sceneFor } = await import('../../../cloud/follow-scene')
    const { nodeSecrets } = await import('../../../cloud/secrets')
    const { scene } = sceneFor(nodeSecrets({ ADDRESS_KEY: 'loopback-address' }), 'acc-lisi', NOW)
    await control('wechat/scan', { openid: HEAD, scene })
    expect(await data(call(HEAD, 'account.me'))).toMatchObject({ account: { reach: { follows: true } } })
    await data(call(HEAD, 'channel.test', { channel: 'official-account' }))
    expect(await outbox()).toMatchObject([{ channel: 'official-account', to: 'oa-lisi' }])
    await control('wechat/unfollow', { openid: HEAD })
    expect(await data(call(HEAD, 'account.me'))).toMatchObject({ account: { reach: { follows: false } } })
  })
})
