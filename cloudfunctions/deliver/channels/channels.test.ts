import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { http as realHttp, type Http } from '../../../cloud/gateways/http'
import { employeeMessage } from '../../../cloud/gateways/employee-message'
import { officialAccount } from '../../../cloud/gateways/official-account'
import { subscribeMessage } from '../../../cloud/gateways/subscribe-message'
import { tencentSms } from '../../../cloud/gateways/tencent-sms'
import { wechatApi } from '../../../cloud/gateways/wechat-api'
import { wechatToken } from '../../../cloud/gateways/wechat-token'
import { StoreError } from '../../../cloud/store-error'
import { instantOf } from '../../../domain/kernel/civil-day'
import type { Route } from '../../../domain/reminder/channel'
import { fieldTypeOf, fitsField } from '../../../domain/reminder/field-limits'
import type { MessageItem } from '../../../domain/reminder/render'
import { bench, type Bench } from '../../../cloud/testing/reminder-bench'
import type { Message } from './channel'
import { openChannels, type Channels } from './channels'

const now = instantOf('2024-08-04', '10:00:00')
const SECRET = 'a-secret-that-nobody-may-see'
const TOKEN = 'an-access-token-that-nobody-may-see'
const PHONE = '13800000001'

interface Seen { path: string; body: Record<string, unknown>; headers: IncomingMessage['headers'] }
type Answer = { code: string } | { wholeCall: string } | 'hang' | 'cut' | 'garbage' | 'status-500' | null

/** Provider ends of WeChat and Tencent on loopback, which do what they are told. */
const provider = { seen: [] as Seen[], effects: 0, answers: [] as Answer[], tokens: 0, tokenAnswer: null as string | null, rawMessageId: '"200228332"' }
let server: Server
let base = ''

const read = (request: IncomingMessage): Promise<string> => new Promise((resolve) => {
  let text = ''
  request.on('data', (part: Buffer) => { text += part.toString() })
  request.on('end', () => resolve(text))
})

const tokenReply = (): string => {
  provider.tokens += 1
  return provider.tokenAnswer ? `{"errcode":${provider.tokenAnswer},"errmsg":"no"}` : JSON.stringify({ access_token: `${TOKEN}-${provider.tokens}`, expires_in: 7200 })
}
const wechatReply = (answer: { code: string } | null): string =>
  (answer ? `{"errcode":${answer.code},"errmsg":"no"}` : `{"errcode":0,"errmsg":"ok","msgid":${provider.rawMessageId}}`)
const smsReply = (answer: { code: string } | { wholeCall: string } | null): string => JSON.stringify({
  Response: answer && 'wholeCall' in answer
    ? { Error: { Code: answer.wholeCall, Message: 'no' } }
    : { SendStatusSet: [{ Code: answer?.code ?? 'Ok', SerialNo: answer ? '' : '2019:1', PhoneNumber: `+86${PHONE}` }] },
})

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request)
  const path = (request.url ?? '').split('?')[0] ?? ''
  if (path === '/cgi-bin/stable_token') return void response.end(tokenReply())
  const answer = provider.answers.length > 1 ? provider.answers.shift() ?? null : provider.answers[0] ?? null
  provider.seen.push({ path, body: JSON.parse(body) as Record<string, unknown>, headers: request.headers })
  if (answer === 'hang') return
  if (answer === null || answer === 'cut') provider.effects += 1
  if (answer === 'cut') return void request.socket.destroy()
  if (answer === 'garbage') return void response.end('<html>')
  if (answer === 'status-500') return void response.writeHead(500).end('oops')
  response.end(path === '/' ? smsReply(answer) : wechatReply(answer && 'wholeCall' in answer ? { code: answer.wholeCall } : answer))
}

beforeAll(async () => {
  server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve) }))

const item = (over: Partial<MessageItem> = {}): MessageItem => ({
  certificateId: 'c1', cycle: 1, expiresOn: '2025-01-31', template: '[设备名称]将于[设备操作证到期日]到期', number: 'C000000001', holderName: '李四',
  deviceNames: ['裂隙灯'], departmentNames: ['眼科'], ...over,
})
const message = (over: Partial<Message> = {}): Message => ({
  deliveryId: 'inst:2024-08-04:10:00:00:acc:wechat:0', institutionId: 'inst', accountId: 'acc', at: now, occasion: { items: [item()], day: '2024-08-04' },
  phone: PHONE, openid: 'o-zhang', officialOpenid: 'f-zhang', ...over,
})

let ports: Bench
let channels: Channels
const impatient: Http = (ask) => realHttp({ ...ask, timeoutMs: 300 })
const open = (address: string = base): Channels => {
  ports = bench(now, {})
  const line = (appId: string) => wechatApi({ http: impatient, api: address, tokens: wechatToken({ ...ports, http: impatient }, { appId, secret: SECRET, api: address }) })
  ports.providers = {
    sms: tencentSms({ http: impatient, clock: ports.clock }, { endpoint: address, secretId: 'id', secretKey: SECRET, appId: '1400000000', sign: '医院', templates: { one: '1', many: '2' } }),
    officialAccount: officialAccount(line('wx-official'), { appId: 'wx-official', templateId: 'T', miniProgram: { appId: 'wx-mini', page: 'pages/inbox/list' }, url: 'https://web.example.cn' }),
    subscribeMessage: subscribeMessage(line('wx-mini'), { appId: 'wx-mini', templateId: 'S', page: 'pages/inbox/list' }),
    employeeMessage: employeeMessage(line('wx-mini'), { appId: 'wx-mini', templateId: 'E', page: 'pages/inbox/list' }),
  }
  return openChannels(ports)
}
beforeEach(() => {
  Object.assign(provider, { seen: [], effects: 0, answers: [], tokens: 0, tokenAnswer: null, rawMessageId: '"200228332"' })
  channels = open()
})

const over: ReadonlyArray<Exclude<Route, 'home'>> = ['sms', 'official-account', 'subscribe-message', 'employee-message']
/** 用工消息 carries its fields as JSON in a text, one level deeper. */
const fieldsOf = ({ data }: Record<string, unknown>): Record<string, { value: string }> =>
  (typeof data === 'string' ? (JSON.parse(data) as { data: Record<string, { value: string }> }).data : data as Record<string, { value: string }>)
const seen = (): Seen => provider.seen[provider.seen.length - 1] ?? { path: '', body: {}, headers: {} }

/** What the documentation says of each code (platform facts §1.3, §1.6, §2.1, §4.4). */
const CODES: Readonly<Record<Exclude<Route, 'home'>, ReadonlyArray<readonly [code: string, failureClass: string]>>> = {
  'official-account': [
    ['-1', 'transient'], ['40003', 'recipient'], ['40013', 'config'], ['40036', 'config'], ['40037', 'config'], ['43004', 'recipient'], ['43019', 'recipient'],
    ['43116', 'config'], ['43117', 'rate'], ['45009', 'rate'], ['47001', 'permanent'], ['47003', 'permanent'], ['48001', 'config'], ['99999', 'permanent'],
  ],
  'subscribe-message': [
    ['-1', 'transient'], ['40003', 'recipient'], ['40013', 'config'], ['40037', 'config'], ['40038', 'rate'], ['41030', 'config'], ['43101', 'recipient'], ['43104', 'config'],
    ['43107', 'config'], ['43108', 'transient'], ['45009', 'rate'], ['45168', 'permanent'], ['47003', 'permanent'], ['99999', 'permanent'],
  ],
  'employee-message': [
    ['-1', 'transient'], ['40003', 'recipient'], ['40013', 'config'], ['40097', 'config'], ['40256', 'recipient'], ['40257', 'recipient'], ['43104', 'recipient'], ['45009', 'rate'],
    ['47003', 'permanent'], ['48001', 'config'], ['99999', 'permanent'],
  ],
  sms: [
    ['LimitExceeded.DeliveryFrequencyLimit', 'rate'], ['LimitExceeded.PhoneNumberThirtySecondLimit', 'rate'], ['LimitExceeded.PhoneNumberDailyLimit', 'rate'], ['LimitExceeded.AppDailyLimit', 'rate'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'config'], ['FailedOperation.SignatureIncorrectOrUnapproved', 'config'], ['FailedOperation.TemplateIncorrectOrUnapproved', 'config'],
    ['InvalidParameterValue.TemplateParameterFormatError', 'permanent'], ['UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'config'], ['InvalidParameterValue.SdkAppIdNotExist', 'config'],
    ['FailedOperation.PhoneNumberInBlacklist', 'recipient'], ['InvalidParameterValue.IncorrectPhoneNumber', 'recipient'], ['FailedOperation.ContainSensitiveWord', 'permanent'],
    ['InvalidParameterValue.ContentLengthLimit', 'permanent'], ['InternalError.Timeout', 'unknown'], ['InternalError.OtherError', 'unknown'], ['RequestLimitExceeded', 'transient'], ['Never.Seen', 'permanent'],
  ],
}

describe.each(over)('the common suite: %s', (way) => {
  test('what is sent is accepted with the provider’s id', async () => {
    expect(await channels[way].send(message())).toEqual({ ok: true, providerId: way === 'sms' ? '2019:1' : '200228332' })
    expect(provider.effects).toBe(1)
  })

  test.each(CODES[way])('%s is %s, without an effect', async (code, failureClass) => {
    provider.answers = [{ code }]
    expect(await channels[way].send(message())).toEqual({ ok: false, class: failureClass, code })
    expect(provider.effects).toBe(0)
  })

  test('nobody there: nothing was sent, it may be tried again', async () => {
    expect(await open('http://127.0.0.1:1')[way].send(message())).toEqual({ ok: false, class: 'transient', code: 'http.unreachable' })
  })

  test.each([['hang', 'http.timeout'], ['cut', 'http.cut']] as const)('%s after the request arrived: nobody knows', async (answer, code) => {
    provider.answers = [answer]
    expect(await channels[way].send(message())).toEqual({ ok: false, class: 'unknown', code })
  })

  test.each(['garbage', 'status-500'] as const)('%s for an answer: nobody knows', async (answer) => {
    provider.answers = [answer]
    expect(await channels[way].send(message())).toMatchObject({ ok: false, class: 'unknown' })
  })

  test('no secret, token, phone number or openid in an outcome or in the log', async () => {
    for (const answer of [null, { code: '40001' }, { wholeCall: 'AuthFailure.SignatureFailure' }, 'hang', 'cut', 'garbage'] as const) {
      provider.answers = [answer]
      const told = JSON.stringify([await channels[way].send(message()), ports.logged])
      for (const hidden of [SECRET, TOKEN, PHONE, 'o-zhang', 'f-zhang']) expect(told).not.toContain(hidden)
    }
  })

  test('without an address nothing is asked', async () => {
    expect(await channels[way].send(message({ phone: '', openid: '', officialOpenid: '' }))).toMatchObject({ ok: false, class: 'recipient' })
    expect(provider.seen).toEqual([])
  })

  test('what is not set up says so', async () => {
    const none = openChannels({ ...ports, providers: { sms: null, officialAccount: null, subscribeMessage: null, employeeMessage: null } })
    expect(await none[way].send(message())).toEqual({ ok: false, class: 'config', code: 'channel.not-configured' })
  })

  test('a gateway that breaks does not break the round', async () => {
    const broken = { send: () => Promise.reject(new Error(SECRET)) }
    const all = openChannels({ ...ports, providers: { sms: broken, officialAccount: { appId: 'a', ...broken }, subscribeMessage: { appId: 'a', templateId: 't', ...broken }, employeeMessage: { appId: 'a', templateId: 't', ...broken } } })
    expect(await all[way].send(message())).toEqual({ ok: false, class: 'unknown', code: 'channel.broken' })
  })

  test.each([
    ['very long names', [item({ deviceNames: Array.from({ length: 30 }, () => '高频移动式手术X射线机（C形臂）；EZX-60'.repeat(3)), holderName: '阿'.repeat(40) })]],
    ['empty facts', [item({ deviceNames: [], departmentNames: [], number: '', holderName: '' })]],
    ['pictures and line breaks', [item({ deviceNames: ['裂隙灯🔬\n第二行\u0000'], number: '证字第🔬号' })]],
    ['forty certificates', Array.from({ length: 40 }, (_, n) => item({ certificateId: `c${n}` }))],
  ])('fits the limits of its provider: %s', async (_, items) => {
    await channels[way].send(message({ occasion: { items, day: '2024-08-04' } }))
    const { body } = seen()
    if (way === 'sms') return (body.TemplateParamSet as string[]).forEach((text) => expect([text, [...text].length >= 1 && [...text].length <= 6]).toEqual([text, true]))
    for (const [key, { value }] of Object.entries(fieldsOf(body))) expect([key, value, fitsField(fieldTypeOf(key) ?? 'thing', value)]).toEqual([key, value, true])
  })
})

describe('WeChat’s token', () => {
  const send = (way: Route = 'official-account') => channels[way].send(message())

  test('one token serves many messages, and lies in the store for other instances', async () => {
    await Promise.all([send(), send(), send()])
    expect(provider.tokens).toBe(1)
    expect(ports.store.all('tokens')).toMatchObject([{ _id: 'wx-official', token: `${TOKEN}-1`, expiresAt: new Date(now.getTime() + 7200_000) }])
    const { store } = ports
    channels = open()
    ports.store.get = store.get
    await send()
    expect(provider.tokens).toBe(1)
  })

  test.each(['40001', '40014', '42001'])('a stale one (%s) is replaced once', async (code) => {
    provider.answers = [{ code }, null]
    expect(await send()).toMatchObject({ ok: true })
    expect(provider.tokens).toBe(2)
    provider.answers = [{ code }]
    expect(await send()).toEqual({ ok: false, class: 'transient', code })
    expect(provider.tokens).toBe(3)
  })

  test('five minutes before its end it is not used any more, nor one from a clock that ran ahead', async () => {
    await send()
    ports.clock.set(new Date(now.getTime() + 6899_000))
    await send()
    expect(provider.tokens).toBe(1)
    ports.clock.set(new Date(now.getTime() + 6901_000))
    await send()
    expect(provider.tokens).toBe(2)
    ports.clock.set(now)
    await send()
    expect(provider.tokens).toBe(3)
  })

  test.each(['40164', '40243', '40125'])('%s is a matter of settings, and is not asked again for ten minutes', async (code) => {
    provider.tokenAnswer = code
    expect(await send()).toEqual({ ok: false, class: 'config', code })
    await send()
    expect(provider.tokens).toBe(1)
    provider.tokenAnswer = null
    ports.clock.set(new Date(now.getTime() + 601_000))
    expect(await send()).toMatchObject({ ok: true })
  })
})

describe('what each says to its provider', () => {
  test('a template message jumps to the mini-program and carries an id that is the same at every try', async () => {
    await channels['official-account'].send(message())
    const first = seen()
    await channels['official-account'].send(message())
    expect(first.path).toBe('/cgi-bin/message/template/send')
    expect(first.body).toMatchObject({ touser: 'f-zhang', template_id: 'T', url: 'https://web.example.cn', miniprogram: { appid: 'wx-mini', pagepath: 'pages/inbox/list' } })
    expect(first.body.client_msg_id).toMatch(/^[0-9a-f]{32}$/)
    expect(seen().body.client_msg_id).toBe(first.body.client_msg_id)
    await channels['official-account'].send(message({ deliveryId: 'other' }))
    expect(seen().body.client_msg_id).not.toBe(first.body.client_msg_id)
  })

  test('a message id that no JSON number can hold arrives whole', async () => {
    provider.rawMessageId = '3717005636572528642'
    expect(await channels['official-account'].send(message())).toEqual({ ok: true, providerId: '3717005636572528642' })
  })

  test('a subscription message whose page is not released goes without it', async () => {
    provider.answers = [{ code: '41030' }, null]
    expect(await channels['subscribe-message'].send(message())).toMatchObject({ ok: true })
    expect(provider.seen.map(({ body }) => body.page)).toEqual(['pages/inbox/list', undefined])
  })

  test('用工消息 says who, by which template and where its tap leads, its fields wrapped twice as WeChat wants them', async () => {
    await channels['employee-message'].send(message())
    expect(seen()).toMatchObject({ path: '/cgi-bin/message/wxopen/employeerelationmsg/send', body: { touser: 'o-zhang', template_id: 'E', page: 'pages/inbox/list' } })
    expect(Object.keys(seen().body).sort()).toEqual(['data', 'page', 'template_id', 'touser'])
    expect(JSON.parse(String(seen().body.data))).toEqual({ data: { thing1: { value: '裂隙灯' }, time2: { value: '2025年01月31日 23:59' }, character_string3: { value: expect.any(String) as string }, thing4: { value: expect.any(String) as string } } })
  })

  test('an SMS is signed, one number per call, the digest with its own text', async () => {
    await channels.sms.send(message())
    expect(seen().body).toMatchObject({ SmsSdkAppId: '1400000000', SignName: '医院', TemplateId: '1', PhoneNumberSet: [`+86${PHONE}`], SessionContext: message().deliveryId })
    expect(seen().headers).toMatchObject({ 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11', 'x-tc-timestamp': '1722736800' })
    expect(seen().headers.authorization).toMatch(/^TC3-HMAC-SHA256 Credential=id\/2024-08-04\/sms\/tc3_request, SignedHeaders=content-type;host, Signature=[0-9a-f]{64}$/)
    await channels.sms.send(message({ occasion: { items: [item(), item({ certificateId: 'c2' })], day: '2024-08-04' } }))
    expect(seen().body).toMatchObject({ TemplateId: '2' })
  })

  test('an error of the whole SMS call counts as one of its number', async () => {
    provider.answers = [{ wholeCall: 'AuthFailure.SecretIdNotFound' }]
    expect(await channels.sms.send(message())).toEqual({ ok: false, class: 'config', code: 'AuthFailure.SecretIdNotFound' })
  })
})

describe('home', () => {
  test('a hundred notices of one turn are one write', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, n) => channels.home.send(message({ deliveryId: `d${n}` }))))
    expect(ports.store.calls).toEqual([{ kind: 'write', name: 'add', collection: 'inbox' }])
    expect(ports.store.all('inbox')).toHaveLength(100)
  })

  test('a notice is there once, however often it is tried', async () => {
    await channels.home.send(message({ deliveryId: 'b' }))
    const outcomes = await Promise.all(['a', 'b', 'c'].map((deliveryId) => channels.home.send(message({ deliveryId }))))
    expect(outcomes).toEqual([{ ok: true, providerId: '' }, { ok: true, providerId: '' }, { ok: true, providerId: '' }])
    expect(ports.store.all('inbox').map(({ _id }) => _id).sort()).toEqual(['a', 'b', 'c'])
  })

  test('a database that does not answer is tried again later', async () => {
    ports.store.before = () => { throw new StoreError('unavailable', SECRET) }
    expect(await channels.home.send(message())).toEqual({ ok: false, class: 'transient', code: 'inbox.unavailable' })
  })
})
