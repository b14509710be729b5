import { channelLine, deliveryDays, toldToday, type Delivery } from './delivery-days'

const delivery = (change: Partial<Delivery>): Delivery => ({
  id: 'x', day: '2026-11-23', slot: '08:00:00', accountId: 'zhang', account: '张三', channel: 'home', route: null, state: 'sent', reason: '',
  at: '2026-11-23T00:00:00.000Z', readAt: null, ...change,
})

test('B7: what arrived says when, and reading is said for 首页 only', () => {
  expect(channelLine(delivery({})).text).toBe('08:00\u3000还没读')
  expect(channelLine(delivery({ readAt: '2026-11-23T00:12:00.000Z' })).text).toBe('08:00\u300008:12 已读')
  expect(channelLine(delivery({ channel: 'wechat', route: 'official-account' })).text).toBe('08:00\u3000公众号已送达')
})

test('B7: what did not arrive says why and what mends it', () => {
  const line = channelLine(delivery({ channel: 'wechat', state: 'held', reason: 'not-bound' }))
  expect(line).toMatchObject({ mark: 'missed', text: '没发出', reason: '未绑定小程序', remedy: '请他登录小程序绑定账号' })
})

test('B7: an unknown code of a provider is shown as it came', () => {
  expect(channelLine(delivery({ state: 'failed', reason: 'sms.isp.99' })).reason).toBe('原因代码 sms.isp.99')
})

test('B8: a person who was told already is no failure', () => {
  expect(channelLine(delivery({ state: 'held', reason: 'already-told-today' }))).toMatchObject({ mark: 'none', reason: '今天已提醒过' })
})

test('B7: the record is by day, newest first, then by person, 首页 before 微信 before 短信', () => {
  const days = deliveryDays([
    delivery({ id: '1', day: '2026-11-22' }), delivery({ id: '2', channel: 'sms' }), delivery({ id: '3', channel: 'wechat' }), delivery({ id: '4' }), delivery({ id: '5', accountId: 'li', account: '李四' }),
  ], { expiresOn: '2026-12-08', longTerm: false, leadDays: 30 }, '2026-11-23')
  expect(days.map(({ date, near, turn }) => [date, near, turn])).toEqual([['11-23', '今天', '第 16 次'], ['11-22', '昨天', '第 15 次']])
  expect(days[0]?.people.map(({ name, lines }) => [name, lines.map(({ channel }) => channel)])).toEqual([['张三', ['首页', '微信', '短信']], ['李四', ['首页']]])
})

test('two people of one name stay two people', () => {
  const twins = [delivery({ id: '1' }), delivery({ id: '2', accountId: 'zhang-2' })]
  expect(deliveryDays(twins, { expiresOn: null, longTerm: true, leadDays: 30 }, '2026-11-23')[0]?.people.map(({ name }) => name)).toEqual(['张三', '张三'])
  expect(toldToday(twins, '2026-11-23')).toBe(2)
})

test('today’s count is of people, not of messages', () => {
  expect(toldToday([delivery({}), delivery({ channel: 'sms' }), delivery({ accountId: 'li', account: '李四', state: 'failed' })], '2026-11-23')).toBe(1)
})
