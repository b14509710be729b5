import { resolveRecipients } from './recipients'
import { reachOf } from './reach'
import { ALL_READY, route, type Recipient } from './route'

const zhang: Recipient = { accountId: 'zhang', name: '张三', active: true, phone: '13800000001', bound: true, follows: true, wechatCredits: 3 }
const all = { home: true, sms: true, wechat: true }

describe('the way to a person', () => {
  test('B3: 微信 goes by the official account, else by a credit, else nowhere with the reason', () => {
    expect(route(zhang, 'wechat')).toEqual({ way: 'official-account' })
    expect(route({ ...zhang, follows: false }, 'wechat')).toEqual({ way: 'subscribe-message' })
    expect(route({ ...zhang, follows: false, wechatCredits: 0 }, 'wechat')).toEqual({ way: null, reason: 'not-following-no-credit' })
  })

  test('B3: 用工消息 is the last way of 微信, for who takes it where the hospital has switched it on', () => {
    const bare = { ...zhang, follows: false, wechatCredits: 0, employed: true }
    expect(route(bare, 'wechat')).toEqual({ way: 'employee-message' })
    expect(route({ ...bare, wechatCredits: 1 }, 'wechat')).toEqual({ way: 'subscribe-message' })
    expect(route({ ...bare, follows: true }, 'wechat')).toEqual({ way: 'official-account' })
    expect(route(bare, 'wechat', { ...ALL_READY, employeeMessage: false })).toEqual({ way: null, reason: 'not-following-no-credit' })
    expect(route({ ...bare, bound: false }, 'wechat')).toEqual({ way: null, reason: 'not-bound' })
    expect(route(bare, 'wechat', { sms: true, officialAccount: false, subscribeMessage: false, employeeMessage: true })).toEqual({ way: 'employee-message' })
  })

  test('S42: without a bound account there is no 微信, even for a follower', () => {
    expect(route({ ...zhang, bound: false }, 'wechat')).toEqual({ way: null, reason: 'not-bound' })
  })

  test('SMS needs a phone, 首页 needs nothing, a switched-off account gets nothing', () => {
    expect(route({ ...zhang, phone: '' }, 'sms')).toEqual({ way: null, reason: 'no-phone' })
    expect(route({ ...zhang, phone: '', bound: false }, 'home')).toEqual({ way: 'home' })
    for (const channel of ['home', 'sms', 'wechat'] as const) expect(route({ ...zhang, active: false }, channel)).toEqual({ way: null, reason: 'account-off' })
  })

  test('a channel the institution has not set up is not the recipient\'s fault', () => {
    expect(route(zhang, 'sms', { ...ALL_READY, sms: false })).toEqual({ way: null, reason: 'channel-not-set-up' })
    expect(route(zhang, 'wechat', { ...ALL_READY, officialAccount: false })).toEqual({ way: 'subscribe-message' })
    expect(route(zhang, 'wechat', { sms: true, officialAccount: false, subscribeMessage: false })).toEqual({ way: null, reason: 'channel-not-set-up' })
  })

  test('B5: the reach check names each ticked channel and warns of who cannot be reached at all', () => {
    const wang: Recipient = { ...zhang, accountId: 'wang', name: '王五', phone: '', bound: false, follows: false, wechatCredits: 0 }
    expect(reachOf([zhang, wang], { home: false, sms: true, wechat: true })).toEqual([
      { accountId: 'zhang', name: '张三', unreachable: false, channels: [{ channel: 'sms', way: 'sms', reason: null }, { channel: 'wechat', way: 'official-account', reason: null }] },
      { accountId: 'wang', name: '王五', unreachable: true, channels: [{ channel: 'sms', way: null, reason: 'no-phone' }, { channel: 'wechat', way: null, reason: 'not-bound' }] },
    ])
    expect(reachOf([wang], all)[0]?.unreachable).toBe(false)
  })
})

describe('who is told', () => {
  const facts = { createdBy: 'zhang', updatedBy: 'li', relatedRoles: ['creator', 'editor'] as const, recipientIds: ['wang', 'li', 'wang'] }

  test('S39, S40: roles and named accounts, each once, with every reason', () => {
    expect(resolveRecipients(facts)).toEqual([
      { accountId: 'zhang', because: ['creator'] },
      { accountId: 'li', because: ['editor', 'named'] },
      { accountId: 'wang', because: ['named'] },
    ])
  })

  test('S39: 修改人 is whoever saved last', () => {
    expect(resolveRecipients({ ...facts, updatedBy: 'zhang', recipientIds: [] })).toEqual([{ accountId: 'zhang', because: ['creator', 'editor'] }])
    expect(resolveRecipients({ ...facts, relatedRoles: [], recipientIds: [] })).toEqual([])
  })
})
