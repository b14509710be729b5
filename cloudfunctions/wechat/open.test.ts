import fc from 'fast-check'
import { instantOf } from '../../domain/kernel/civil-day'
import { bench, credit, INSTITUTION, link, MINI, OFFICIAL, TEMPLATE } from '../../cloud/testing/reminder-bench'
import { pushPath } from '../../cloud/push-address'
import type { DeliveryAttemptDoc, DeliveryDoc } from '../../cloud/documents'
import type { Lines } from '../../cloud/ports'
import { encrypt, signatureOf } from '../../emulator/wechat-world/message-crypt'
import { openToProviders } from './open'

const now = instantOf('2026-09-05', '10:00:00')
const token = 'AAAAA'
const encodingKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const timestamp = String(now.getTime() / 1000)

const sent = (id: string, providerId: string, route: DeliveryDoc['channel'] = 'sms'): { delivery: DeliveryDoc; attempt: DeliveryAttemptDoc } => ({
  delivery: {
    _id: id, schema: 1, institutionId: INSTITUTION, day: '2026-09-05', slot: '10:00:00', accountId: 'acc-zhang', accountName: '张三', channel: route, certificateIds: ['c'],
    mentions: ['c:1'], state: 'sent', route: null, reason: '', attempts: 1, claim: null, firstAttemptAt: now, dueAt: null, providerId, createdAt: now, settledAt: now,
  },
  attempt: { _id: `${id}:1`, schema: 1, institutionId: INSTITUTION, deliveryId: id, at: now, route: route === 'sms' ? 'sms' : 'subscribe-message', ok: true, class: '', code: '', providerId, elapsedMs: 1 },
})

function open(plainAllowed = false) {
  const [bySms, byWechat] = [sent('d1', 'sid-1'), sent('d2', '1864323726461255680', 'wechat')]
  const ports = bench(now, {
    wechat_links: [link('acc-zhang')], subscription_credits: [credit('acc-zhang', 2)],
    deliveries: [bySms.delivery, byWechat.delivery], delivery_attempts: [bySms.attempt, byWechat.attempt],
  })
  const asked: string[] = []
  const lines: Lines = {
    providers: ports.providers, phones: null, miniCodes: null, push: { token, encodingKey, appIds: [OFFICIAL, MINI] },
    followers: { appId: OFFICIAL, find: async (openid) => { asked.push(openid); return { unionid: `u-${openid}` } }, sceneCode: () => Promise.resolve({ url: 'u' }) },
  }
  return { ...ports, asked, plainAllowed, lines: { shared: lines, of: () => Promise.resolve(lines), as: () => lines } }
}

const pushed = (message: string, { appId = MINI, nonce = '1' } = {}) => {
  const cipher = encrypt(message, encodingKey, appId)
  const query = { signature: signatureOf(token, timestamp, nonce), timestamp, nonce, encrypt_type: 'aes', msg_signature: signatureOf(token, timestamp, nonce, cipher) }
  return { path: '/wechat', httpMethod: 'POST', queryStringParameters: query, body: JSON.stringify({ Encrypt: cipher }) }
}
const event = (fields: Record<string, unknown>): string => JSON.stringify({ FromUserName: 'o-acc-zhang', CreateTime: '1', MsgType: 'event', ...fields })
const item = (fields: Record<string, string> = {}) => ({ TemplateId: TEMPLATE, SubscribeStatusString: 'accept', PopupScene: '0', ...fields })
const remaining = (ports: ReturnType<typeof open>): number | undefined => ports.store.all('subscription_credits')[0]?.remaining

describe('B2: what WeChat tells of consents', () => {
  test.each([['an object', item()], ['a list', [item(), item({ TemplateId: 'other' })]]])('an accept in %s counts, once however often it is pushed', async (_, List) => {
    const ports = open()
    const push = pushed(event({ Event: 'subscribe_msg_popup_event', List }))
    // The phone had reported two; the third is told only by pushes.
    for (const CreateTime of ['1', '2', '3']) await openToProviders(pushed(event({ Event: 'subscribe_msg_popup_event', CreateTime, List })), ports)
    await openToProviders(push, ports)
    expect(remaining(ports)).toBe(3)
  })

  test('the same in XML, and in plain text where that is allowed', async () => {
    const ports = open(true)
    const xml = (time: number) => `<xml><FromUserName><![CDATA[o-acc-zhang]]></FromUserName><CreateTime>${time}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_change_event]]></Event><SubscribeMsgChangeEvent><List><TemplateId><![CDATA[${TEMPLATE}]]></TemplateId><SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString></List></SubscribeMsgChangeEvent></xml>`
    const query = { signature: signatureOf(token, timestamp, '9'), timestamp, nonce: '9' }
    expect((await openToProviders({ path: '/wechat', httpMethod: 'POST', queryStringParameters: query, body: xml(1) }, ports)).body).toBe('success')
    expect(remaining(ports)).toBe(0)
  })

  test('a message that WeChat could not deliver gives its consent back and fails its delivery', async () => {
    const ports = open()
    ports.store.all('subscription_credits')
    await ports.store.update('subscription_credits', { _id: `acc-zhang:${TEMPLATE}` }, { set: { remaining: 1, sent: 1 } })
    const List = { TemplateId: TEMPLATE, MsgID: '1864323726461255680', ErrorCode: '1', ErrorStatus: 'failed' }
    await openToProviders(pushed(event({ Event: 'subscribe_msg_sent_event', List })), ports)
    expect(remaining(ports)).toBe(2)
    expect(ports.store.all('deliveries').find(({ _id }) => _id === 'd2')).toMatchObject({ state: 'failed', reason: 'subscribe-message.1' })
  })

  test('of somebody whom nobody knows nothing is kept', async () => {
    const ports = open()
    await openToProviders(pushed(event({ FromUserName: 'o-stranger', Event: 'subscribe_msg_popup_event', List: item() })), ports)
    expect([remaining(ports), ports.store.all('wechat_events')]).toEqual([2, []])
  })
})

describe('receipts of SMS', () => {
  const receipt = (path: string, body: unknown) => ({ path, httpMethod: 'POST', queryStringParameters: {}, body: typeof body === 'string' ? body : JSON.stringify(body) })
  const failure = [{ mobile: '13800000001', report_status: 'FAIL', errmsg: 'MK:0001', sid: 'sid-1' }]
  const stateOf = (ports: ReturnType<typeof open>) => ports.store.all('deliveries').find(({ _id }) => _id === 'd1')

  test('by the secret address a failed one fails the delivery that it names, and says so to Tencent', async () => {
    const ports = open()
    const path = pushPath(ports.secrets, { kind: 'sms', institutionId: INSTITUTION })
    expect((await openToProviders(receipt(path, failure), ports)).body).toBe('{"result":0,"errmsg":"OK"}')
    expect(stateOf(ports)).toMatchObject({ state: 'failed', reason: 'sms.receipt.MK:0001' })
  })

  test('a good one, an unknown one, one of another institution and nonsense change nothing', async () => {
    const ports = open()
    const mine = pushPath(ports.secrets, { kind: 'sms', institutionId: INSTITUTION })
    const other = pushPath(ports.secrets, { kind: 'sms', institutionId: 'other' })
    const harmless: Array<[string, unknown]> = [[mine, [{ ...failure[0], report_status: 'SUCCESS' }]], [mine, [{ ...failure[0], sid: 'x' }]], [mine, [{ ...failure[0], sid: '' }]], [other, failure], [mine, 'hello'], [mine, { a: 1 }], [mine, [null, 3, 'x']]]
    for (const [path, body] of harmless) expect((await openToProviders(receipt(path, body), ports)).statusCode).toBe(200)
    expect(stateOf(ports)?.state).toBe('sent')
  })

  test('a guessed address is not there, and asks nobody', async () => {
    const ports = open()
    for (const path of ['/wechat/sms/inst/00000000000000000000000000000000', '/wechat/sms/inst', '/wechat/sms', '/wechat/events/inst/x']) expect((await openToProviders(receipt(path, failure), ports)).statusCode).toBe(404)
    expect(ports.store.calls).toEqual([])
  })
})

describe('10,000 random and hostile pushes', () => {
  const names = fc.constantFrom('subscribe', 'unsubscribe', 'SCAN', 'subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event', 'TEMPLATESENDJOBFINISH', 'wxa_media_check', 'VIEW', '__proto__', 'constructor')
  const wild = fc.oneof(fc.string(), fc.json(), fc.constantFrom('<xml><Encrypt>a</Encrypt></xml>', '<!DOCTYPE x [<!ENTITY a "b">]><xml/>', '{"Encrypt":"AAAA"}', '[', ''))
  const query = fc.dictionary(fc.constantFrom('signature', 'timestamp', 'nonce', 'encrypt_type', 'msg_signature', 'echostr'), fc.oneof(fc.string(), fc.constantFrom(timestamp, 'aes', '1')))
  const path = fc.oneof(fc.constantFrom('/wechat', '/wechat/', '/wechat/sms/inst/0', '/wechat/events/inst/00000000000000000000000000000000', ''), fc.string())

  test('without a signature: no crash, no effect, nobody asked', async () => {
    const ports = open(true)
    await fc.assert(fc.asyncProperty(path, query, wild, fc.constantFrom('POST', 'GET', 'PUT'), async (where, queryStringParameters, body, httpMethod) => {
      const answer = await openToProviders({ path: where, httpMethod, queryStringParameters, body }, ports)
      expect([403, 404, 405, 413]).toContain(answer.statusCode)
    }), { numRuns: 7000 })
    expect([ports.store.calls, ports.asked]).toEqual([[], []])
  })

  test('with one: whatever it holds is answered, and what has an effect has it exactly once', async () => {
    const ports = open()
    await ports.store.add('media_checks', [{ _id: 't1', schema: 1, institutionId: INSTITUTION, accountId: 'acc-zhang', attachmentId: 'f1', name: '证.jpg', appId: MINI, state: 'asked', code: '', at: now, keepUntil: now }])
    const state = (): string => JSON.stringify([...(['subscription_credits', 'followers', 'media_checks', 'inbox'] as const).map((name) => ports.store.all(name)), ports.store.all('wechat_events').length])
    const picture = { trace_id: fc.oneof(fc.string(), fc.constantFrom('t1', 't'.repeat(200))), result: fc.oneof(fc.jsonValue(), fc.constant({ suggest: 'risky', label: 20002 })), errcode: fc.oneof(fc.jsonValue(), fc.constant(0)) }
    const content = fc.record({ ...picture, FromUserName: fc.constantFrom('o-acc-zhang', 'x', '', '中'.repeat(40)), Event: names, EventKey: fc.oneof(fc.string(), fc.constant('qrscene_b.x.1.0000000000000000')), List: fc.oneof(fc.jsonValue(), fc.constant(item()), fc.constant([item()])) })
    const seen = new Set<string>()
    await fc.assert(fc.asyncProperty(content, fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(OFFICIAL, MINI), async (fields, CreateTime, appId) => {
      const push = pushed(event({ ...fields, CreateTime }), { appId })
      const first = await openToProviders(push, ports)
      const before = state()
      const again = await openToProviders(push, ports)
      expect([first.body, again.body]).toEqual(['success', 'success'])
      expect(state()).toBe(before)
      seen.add(String(CreateTime))
    }), { numRuns: 1500 })
    expect(seen.size).toBeGreaterThan(1000)
    // However many verdicts there are on one picture, its uploader is told once.
    for (const CreateTime of ['a', 'b']) await openToProviders(pushed(event({ Event: 'wxa_media_check', CreateTime, trace_id: 't1', result: { suggest: 'risky', label: 20002 } })), ports)
    expect(ports.store.all('inbox')).toHaveLength(1)
  })
})
