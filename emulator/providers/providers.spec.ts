import { createHash, createHmac } from 'node:crypto'
import type { Message } from '../outbox/outbox'
import { startBench, type Bench } from '../testing/bench'

jest.setTimeout(60_000)

const NOW = new Date('2024-08-01T01:00:00Z')
const wechat = { miniAppId: 'wxmini', miniSecret: 'mini-secret', officialAppId: 'wxofficial', officialSecret: 'official-secret', pushToken: 'token', pushAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', pushUrlPath: '/push' }
const sms = { secretId: 'sms-id', secretKey: 'sms-key', templates: { 1001: '您有{1}个包裹将于{2}送达' } }

const openapi = `
const cloud = wechat()
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ api, args }) => {
  try {
    const [group, name] = api.split('.')
    return await cloud.openapi[group][name](args)
  } catch (error) { return { errCode: error.errCode, errMsg: error.errMsg } }
}`

interface Answer { errcode?: number; errmsg?: string; access_token?: string; expires_in?: number; msgid?: number; [field: string]: unknown }

describe('the providers\' ends', () => {
  let bench: Bench

  beforeAll(async () => {
    bench = await startBench({
      functions: {
        permitted: { code: openapi, config: { permissions: { openapi: ['subscribeMessage.send', 'phonenumber.getPhoneNumber'] } } },
        unpermitted: { code: openapi },
        pushed: { code: 'exports.main = async (event) => { console.log(JSON.stringify(event)); const q = event.queryStringParameters; return event.httpMethod === "GET" ? q.echostr : "success" }' },
        web: { code: openapi, config: { permissions: { openapi: ['subscribeMessage.send'] } } },
      },
      routes: { '/push': 'pushed', '/web': 'web' },
      now: NOW, wechat, sms,
      seed: async () => ({
        collections: {},
        wechatUsers: [
          { openid: 'm-zhang', unionid: 'u-zhang', name: 'Zhang', phone: '13800000001', officialOpenid: 'o-zhang', follows: true },
          { openid: 'm-li', name: 'Li', officialOpenid: 'o-li', follows: false },
        ],
      }),
    })
  })
  afterAll(() => bench.close())
  beforeEach(async () => {
    bench.emulator.clock.freeze(NOW)
    await bench.emulator.reset(false)
  })

  const post = async (path: string, body: unknown): Promise<Answer> =>
    (await fetch(bench.emulator.base + path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json' } })).json() as Promise<Answer>
  const tokenOf = async (appid: string, secret: string): Promise<string> =>
    String((await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret })).access_token)
  const official = () => tokenOf('wxofficial', 'official-secret')
  const outbox = (): Message[] => bench.emulator.outbox.list()
  const message = (touser: string, more: object = {}) => ({ touser, template_id: 'T', data: { thing1: { value: '茶壶' }, time2: { value: '2024年09月30日' } }, ...more })

  describe('access tokens', () => {
    test('everyone gets the same one until five minutes before its end', async () => {
      const first = await official()
      bench.emulator.clock.freeze(new Date(NOW.getTime() + 6_800_000))
      expect(await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: 'wxofficial', secret: 'official-secret' })).toMatchObject({ access_token: first, expires_in: 400 })
      bench.emulator.clock.freeze(new Date(NOW.getTime() + 6_950_000))
      expect(await official()).not.toBe(first)
    })
    test('wrong secret, wrong appid, no body', async () => {
      expect(await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: 'wxofficial', secret: 'x' })).toMatchObject({ errcode: 40125 })
      expect(await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: 'x', secret: 'x' })).toMatchObject({ errcode: 40013 })
      expect(await post('/cgi-bin/stable_token', '{')).toMatchObject({ errcode: 47001 })
    })
    test('a token of the other account, an invented one, none and an old one are refused', async () => {
      const send = (token: string) => post(`/cgi-bin/message/template/send?access_token=${token}`, message('o-zhang'))
      const old = await official()
      expect(await send(await tokenOf('wxmini', 'mini-secret'))).toMatchObject({ errcode: 40001 })
      expect(await send('invented')).toMatchObject({ errcode: 40001 })
      expect(await send('')).toMatchObject({ errcode: 41001 })
      bench.emulator.clock.freeze(new Date(NOW.getTime() + 7_200_000))
      expect(await send(old)).toMatchObject({ errcode: 42001 })
    })
  })

  describe('template messages', () => {
    const send = async (body: unknown) => post(`/cgi-bin/message/template/send?access_token=${await official()}`, body)

    test('a follower gets it, with its fields', async () => {
      expect(await send(message('o-zhang', { url: 'https://a', miniprogram: { appid: 'wxmini', pagepath: 'pages/home' } }))).toMatchObject({ errcode: 0, errmsg: 'ok' })
      expect(outbox()).toMatchObject([{ channel: 'official-account', to: 'o-zhang', at: NOW.toISOString(), fields: { thing1: '茶壶', time2: '2024年09月30日' }, templateId: 'T', page: 'pages/home' }])
    })
    test('the message id is larger than a number can hold', async () => {
      const reply = await fetch(`${bench.emulator.base}/cgi-bin/message/template/send?access_token=${await official()}`, { method: 'POST', body: JSON.stringify(message('o-zhang')) })
      expect(/"msgid":(\d+)/.exec(await reply.text())?.[1]).toBe(outbox()[0]?.providerId)
      expect(Number.isSafeInteger(Number(outbox()[0]?.providerId))).toBe(false)
    })
    test('the same client_msg_id sends once in ten minutes, for each person', async () => {
      const once = message('o-zhang', { client_msg_id: 'day-1' })
      await send(once)
      bench.emulator.clock.freeze(new Date(NOW.getTime() + 599_000))
      expect(await send(once)).toMatchObject({ errcode: 0 })
      expect(outbox()).toHaveLength(1)
      bench.emulator.clock.freeze(new Date(NOW.getTime() + 601_000))
      await send(once)
      expect(outbox()).toHaveLength(2)
    })
    test('strangers, non-followers, no template and no data', async () => {
      expect(await send(message('nobody'))).toMatchObject({ errcode: 40003 })
      expect(await send(message('o-li'))).toMatchObject({ errcode: 43004 })
      expect(await send(message('o-zhang', { template_id: '' }))).toMatchObject({ errcode: 40037 })
      expect(await send(message('o-zhang', { data: {} }))).toMatchObject({ errcode: 47001 })
    })
    test.each([['thing1', '一二三四五六七八九十一二三四五六七八九十长'], ['time2', 'soon'], ['thing1', '']])('%s does not take «%s»', async (field, value) => {
      expect(await send(message('o-zhang', { data: { [field]: { value } } }))).toMatchObject({ errcode: 47003, errmsg: expect.stringContaining(field) })
      expect(outbox()).toEqual([])
    })
  })

  describe('subscription messages', () => {
    const send = async (body: unknown) => post(`/cgi-bin/message/subscribe/send?access_token=${await tokenOf('wxmini', 'mini-secret')}`, body)
    const accept = (count = 1) => bench.control('POST wechat/accept', { openid: 'm-zhang', templateId: 'T', count })

    test('each accept is one message, a refused message costs none', async () => {
      expect(await send(message('m-zhang'))).toMatchObject({ errcode: 43101 })
      await accept()
      expect(await send(message('m-zhang', { data: { phrase1: { value: 'no' } } }))).toMatchObject({ errcode: 47003 })
      expect(await send(message('m-zhang'))).toMatchObject({ errcode: 0 })
      expect(await send(message('m-zhang'))).toMatchObject({ errcode: 43101 })
      expect(outbox()).toMatchObject([{ channel: 'subscribe-message', to: 'm-zhang' }])
    })
    test('through cloud.openapi it is the same interface', async () => {
      const call = () => bench.emulator.invoke('permitted', { api: 'subscribeMessage.send', args: { touser: 'm-zhang', templateId: 'T', data: { thing1: { value: 'a' } } } }, 'm-zhang')
      expect(await call()).toMatchObject({ errCode: 43101 })
      await accept()
      expect(await call()).toMatchObject({ errCode: 0 })
      expect(outbox()).toMatchObject([{ fields: { thing1: 'a' }, templateId: 'T' }])
    })
    test('cloud.openapi needs the permission of the function, a call from WeChat, and an interface that exists', async () => {
      const args = { touser: 'm-zhang', templateId: 'T', data: { thing1: { value: 'a' } } }
      expect(await bench.emulator.invoke('unpermitted', { api: 'subscribeMessage.send', args }, 'm-zhang')).toMatchObject({ errCode: -604101 })
      expect(await bench.emulator.invoke('permitted', { api: 'no.such', args }, 'm-zhang')).toMatchObject({ errCode: -604100 })
      expect(await bench.emulator.invoke('permitted', { api: 'subscribeMessage.send', args })).toMatchObject({ errCode: -604104 })
    })
  })

  test('a code of the phone number button works once', async () => {
    const { json } = await bench.control('POST wechat/phone-code', { openid: 'm-zhang' })
    const call = () => bench.emulator.invoke('permitted', { api: 'phonenumber.getPhoneNumber', args: { code: (json as { code: string }).code } }, 'm-zhang')
    expect(await call()).toMatchObject({ phoneInfo: { purePhoneNumber: '13800000001', countryCode: '86' } })
    expect(await call()).toMatchObject({ errCode: 40029 })
  })

  test('user/info tells who follows and his unionid, and nothing of who does not', async () => {
    const info = async (openid: string) => (await fetch(`${bench.emulator.base}/cgi-bin/user/info?access_token=${await official()}&openid=${openid}`)).json()
    expect(await info('o-zhang')).toMatchObject({ subscribe: 1, unionid: 'u-zhang' })
    expect(await info('o-li')).toEqual({ subscribe: 0, openid: 'o-li' })
    expect(await info('nobody')).toMatchObject({ errcode: 40003 })
  })

  test('a QR code has a ticket', async () => {
    const body = { expire_seconds: 600, action_name: 'QR_STR_SCENE', action_info: { scene: { scene_str: 'bind_1' } } }
    expect(await post(`/cgi-bin/qrcode/create?access_token=${await official()}`, body)).toMatchObject({ expire_seconds: 600, ticket: expect.any(String) })
  })

  describe('SMS', () => {
    const sign = (body: string, key: string, at: Date): Record<string, string> => {
      const timestamp = String(Math.floor(at.getTime() / 1000))
      const [date, host] = [at.toISOString().slice(0, 10), new URL(bench.emulator.base).host]
      const sha = (text: string) => createHash('sha256').update(text).digest('hex')
      const hmac = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text).digest()
      const canonical = ['POST', '/', '', `content-type:application/json; charset=utf-8\nhost:${host}\n`, 'content-type;host', sha(body)].join('\n')
      const signing = hmac(hmac(hmac(`TC3${key}`, date), 'sms'), 'tc3_request')
      const signature = hmac(signing, ['TC3-HMAC-SHA256', timestamp, `${date}/sms/tc3_request`, sha(canonical)].join('\n')).toString('hex')
      return {
        'content-type': 'application/json; charset=utf-8', 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11', 'x-tc-timestamp': timestamp,
        authorization: `TC3-HMAC-SHA256 Credential=sms-id/${date}/sms/tc3_request, SignedHeaders=content-type;host, Signature=${signature}`,
      }
    }
    const send = async (request: object, { key = 'sms-key', at = NOW } = {}) => {
      const body = JSON.stringify({ SmsSdkAppId: '1', SignName: '小店', TemplateId: '1001', TemplateParamSet: ['3', '09月30日'], PhoneNumberSet: ['+8613800000001'], ...request })
      return (await fetch(`${bench.emulator.base}/`, { method: 'POST', body, headers: sign(body, key, at) })).json() as Promise<{ Response: { Error?: { Code: string }; SendStatusSet?: Array<Record<string, unknown>> } }>
    }

    test('a signed request sends, and the text is as the phone shows it', async () => {
      const { Response } = await send({ SessionContext: 'd1' })
      expect(Response.SendStatusSet).toMatchObject([{ Code: 'Ok', SessionContext: 'd1', Fee: 1 }])
      expect(outbox()).toMatchObject([{ channel: 'sms', to: '13800000001', text: '【小店】您有3个包裹将于09月30日送达', parameters: ['3', '09月30日'], providerId: Response.SendStatusSet?.[0]?.SerialNo }])
    })
    test('a wrong key, an old timestamp and a wrong number are refused', async () => {
      expect((await send({}, { key: 'other' })).Response.Error).toMatchObject({ Code: 'AuthFailure.SignatureFailure' })
      expect((await send({}, { at: new Date(NOW.getTime() - 301_000) })).Response.Error).toMatchObject({ Code: 'AuthFailure.SignatureExpire' })
      expect((await send({ PhoneNumberSet: ['123'] })).Response.SendStatusSet).toMatchObject([{ Code: 'InvalidParameterValue.IncorrectPhoneNumber' }])
      expect((await send({ PhoneNumberSet: [] })).Response.Error).toMatchObject({ Code: 'MissingParameter' })
      expect(outbox()).toEqual([])
    })
    test('a fault answers its code per number, or for the whole call, and sends nothing', async () => {
      await bench.control('POST providers/faults', { end: 'sms', code: 'LimitExceeded.PhoneNumberDailyLimit' })
      await bench.control('POST providers/faults', { end: 'sms', code: 'InternalError.Timeout', wholeCall: true })
      expect((await send({})).Response.SendStatusSet).toMatchObject([{ Code: 'LimitExceeded.PhoneNumberDailyLimit' }])
      expect((await send({})).Response.Error).toMatchObject({ Code: 'InternalError.Timeout' })
      expect(outbox()).toEqual([])
      expect((await send({})).Response.SendStatusSet).toMatchObject([{ Code: 'Ok' }])
    })
    test('a connection cut after the effect leaves the message sent', async () => {
      await bench.control('POST providers/faults', { end: 'sms', cut: 'after' })
      await expect(send({})).rejects.toThrow()
      expect(outbox()).toHaveLength(1)
    })
    test('a connection cut before leaves nothing', async () => {
      await bench.control('POST providers/faults', { end: 'sms', cut: 'before' })
      await expect(send({})).rejects.toThrow()
      expect(outbox()).toEqual([])
    })
  })

  test('a fault of WeChat answers its code as often as asked', async () => {
    await bench.control('POST providers/faults', { end: 'template-message', code: 43117, times: 2 })
    const send = async () => (await post(`/cgi-bin/message/template/send?access_token=${await official()}`, message('o-zhang'))).errcode
    expect([await send(), await send(), await send()]).toEqual([43117, 43117, 0])
    expect(await bench.control('POST providers/faults', { end: 'nowhere' })).toMatchObject({ status: 400 })
  })

  describe('pushes', () => {
    const pushedEvents = async (): Promise<Array<{ body: string; queryStringParameters: Record<string, string> }>> =>
      ((await bench.control('GET logs?name=pushed')).json as Array<{ lines: Array<{ text: string }> }>).map(({ lines }) => JSON.parse(String(lines[0]?.text)) as never)

    test('following changes the world and pushes an encrypted event', async () => {
      expect(await bench.control('POST wechat/follow', { openid: 'm-li' })).toMatchObject({ status: 200, json: { user: { follows: true }, push: { delivered: true, tries: 1 } } })
      const [event] = await pushedEvents()
      expect(event?.queryStringParameters).toMatchObject({ encrypt_type: 'aes', openid: 'o-li', timestamp: String(NOW.getTime() / 1000) })
      expect(JSON.parse(String(event?.body))).toEqual({ ToUserName: 'gh_emulator', Encrypt: expect.any(String) })
    })
    test('unfollowing in plain mode pushes the event as it is', async () => {
      await bench.control('POST wechat/unfollow', { openid: 'm-zhang', mode: 'plain' })
      const [event] = await pushedEvents()
      expect(JSON.parse(String(event?.body))).toMatchObject({ MsgType: 'event', Event: 'unsubscribe', FromUserName: 'o-zhang', CreateTime: NOW.getTime() / 1000 })
      expect(bench.emulator.outbox.list()).toEqual([])
    })
    test('a scan of a QR code by a new follower is a subscribe with its scene', async () => {
      await bench.control('POST wechat/scan', { openid: 'm-li', scene: 'bind_1', mode: 'plain' })
      expect(JSON.parse(String((await pushedEvents())[0]?.body))).toMatchObject({ Event: 'subscribe', EventKey: 'qrscene_bind_1' })
    })
    test('the check of the address wants its echo back', async () => {
      expect(await bench.control('POST wechat/verify', {})).toMatchObject({ json: { ok: true } })
    })
    test('a user who is not there, or unknown to the official account, is said so', async () => {
      expect(await bench.control('POST wechat/follow', { openid: 'nobody' })).toMatchObject({ status: 404 })
    })
  })
})
