import { inflateSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import jsQR from 'jsqr'
import { startBench, type Bench } from '../testing/bench'
import { decrypt } from '../wechat-world/message-crypt'

jest.setTimeout(60_000)

const NOW = new Date('2026-03-01T01:00:00Z')
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const wechat = {
  miniAppId: 'wxmini', miniSecret: 'mini-secret', officialAppId: 'wxofficial', officialSecret: 'official-secret', pushToken: 'token', pushAesKey: KEY, pushUrlPath: '/push',
  pages: ['pages/tea/tea'],
}
const ECHO = 'exports.main = async (event) => { console.log(JSON.stringify(event)); return '
const openapi = 'const cloud = wechat(); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); exports.main = async ({ api, args }) => { const [group, name] = api.split("."); try { return await cloud.openapi[group][name](args) } catch (error) { return { errCode: error.errCode } } }'

type Answer = Record<string, unknown>

/** The pixels of one of our own pictures: 8 bits of grey, no filter. */
const pixelsOf = (png: Buffer): { side: number; data: Uint8ClampedArray } => {
  const side = png.readUInt32BE(16)
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const data = new Uint8ClampedArray(side * side * 4)
  for (let place = 0; place < side * side; place += 1) data.fill(rows[Math.floor(place / side) * (side + 1) + 1 + (place % side)] ?? 0, place * 4, place * 4 + 4)
  return { side, data }
}

const read = (png: Buffer): string | undefined => {
  const { side, data } = pixelsOf(png)
  return jsQR(data, side, side)?.data
}

describe('what the servers of WeChat and Tencent do besides answering', () => {
  let bench: Bench

  beforeAll(async () => {
    bench = await startBench({
      functions: {
        pushed: { code: `${ECHO}"success" }` },
        reported: { code: `${ECHO}{ result: 0, errmsg: "OK" } }` },
        cloudcall: { code: openapi, config: { permissions: { openapi: ['wxacode.getUnlimited', 'security.mediaCheckAsync', 'ocr.printedText'] } } },
      },
      routes: { '/push': 'pushed', '/sms': 'reported' },
      now: NOW, wechat, sms: { secretId: 'i', secretKey: 'k', reportUrlPath: '/sms/status' },
      seed: async () => ({ collections: {}, wechatUsers: [{ openid: 'm-zhang', name: 'Zhang', phone: '13800000001', officialOpenid: 'o-zhang', follows: true }] }),
    })
  })
  afterAll(() => bench.close())
  beforeEach(async () => {
    bench.emulator.clock.freeze(NOW)
    await bench.emulator.reset(false)
  })

  const tokenOf = async (appid: string, secret: string): Promise<string> => {
    const reply = await fetch(`${bench.emulator.base}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify({ grant_type: 'client_credential', appid, secret }) })
    return ((await reply.json()) as { access_token: string }).access_token
  }
  const mini = async (path: string, body: unknown): Promise<Response> =>
    fetch(`${bench.emulator.base}${path}${path.includes('?') ? '&' : '?'}access_token=${await tokenOf('wxmini', 'mini-secret')}`, { method: 'POST', body: body instanceof FormData ? body : JSON.stringify(body) })
  const miniJson = async (path: string, body: unknown): Promise<Answer> => (await mini(path, body)).json() as Promise<Answer>
  const heard = async (name: string): Promise<Array<{ body: string; queryStringParameters: Record<string, string> }>> =>
    ((await bench.control(`GET logs?name=${name}`)).json as Array<{ lines: Array<{ text: string }> }>).map(({ lines }) => JSON.parse(String(lines[0]?.text)) as never).reverse()
  const events = async (): Promise<Answer[]> => (await heard('pushed')).map(({ body }) => JSON.parse(body) as Answer)

  describe('codes of the mini-program', () => {
    test('the picture says page and scene', async () => {
      const reply = await mini('/wxa/getwxacodeunlimit', { scene: 'd=42', page: 'pages/tea/tea', width: 280 })
      expect(reply.headers.get('content-type')).toBe('image/png')
      const text = read(Buffer.from(await reply.arrayBuffer()))
      expect(Object.fromEntries(new URL(String(text)).searchParams)).toEqual({ appid: 'wxmini', page: 'pages/tea/tea', scene: 'd=42' })
    })
    test.each([
      [{ scene: '' }, 40169], [{ scene: 'x'.repeat(33) }, 40169], [{ scene: '茶' }, 40169], [{ scene: 'a', page: '/pages/tea/tea' }, 41030],
      [{ scene: 'a', page: 'pages/none' }, 41030], [{ scene: 'a', page: 'pages/tea/tea?x=1' }, 41030], [{ scene: 'a', width: 100 }, 40097],
    ])('%j is refused with %d', async (body, errcode) => {
      expect(await miniJson('/wxa/getwxacodeunlimit', body)).toMatchObject({ errcode })
    })
    test('a page that is not there is taken where it is not to be checked', async () => {
      expect((await mini('/wxa/getwxacodeunlimit', { scene: 'a', page: 'pages/none', check_path: false })).headers.get('content-type')).toBe('image/png')
    })
    test('cloud.openapi hands over the same picture', async () => {
      const answer = await bench.emulator.invoke('cloudcall', { api: 'wxacode.getUnlimited', args: { scene: 'a' } }, 'm-zhang') as { contentType: string; buffer: { data: number[] } }
      expect(answer.contentType).toBe('image/png')
      expect(read(Buffer.from(answer.buffer.data))).toContain('scene=a')
    })
    test('a fault answers JSON in the place of the picture', async () => {
      await bench.control('POST providers/faults', { end: 'mini-code', code: 45009 })
      expect(await miniJson('/wxa/getwxacodeunlimit', { scene: 'a' })).toMatchObject({ errcode: 45009 })
    })
  })

  test('a code of the phone number button ends after five minutes', async () => {
    const { json } = await bench.control('POST wechat/phone-code', { openid: 'm-zhang' })
    bench.emulator.clock.freeze(new Date(NOW.getTime() + 300_000))
    expect(await miniJson('/wxa/business/getuserphonenumber', json)).toMatchObject({ errcode: 40029 })
  })

  describe('employment messages', () => {
    const send = (more: object = {}) => miniJson('/cgi-bin/message/wxopen/employeerelationmsg/send', {
      touser: 'm-zhang', template_id: 'T', page: 'pages/tea/tea', data: JSON.stringify({ data: { thing1: { value: '茶壶' } } }), ...more })

    test('they reach staff who bound themselves and subscribed', async () => {
      expect(await send()).toMatchObject({ errcode: 40256 })
      await bench.control('POST wechat/employ', { openid: 'm-zhang', templateIds: ['other'] })
      expect(await send()).toMatchObject({ errcode: 43104 })
      await bench.control('POST wechat/employ', { openid: 'm-zhang', templateIds: ['T'] })
      expect(await send()).toMatchObject({ errcode: 0 })
      expect(bench.emulator.outbox.list()).toMatchObject([{ channel: 'employee-message', to: 'm-zhang', fields: { thing1: '茶壶' } }])
      await bench.control('POST wechat/employ', { openid: 'm-zhang', bound: false })
      expect(await send()).toMatchObject({ errcode: 40256 })
    })
    test('who is unbound by the server is staff no more, and strangers cannot be unbound', async () => {
      const unbind = (openids: unknown) => miniJson('/wxa/business/unbinduserb2cauthinfo', { openid_list: openids })
      await bench.control('POST wechat/employ', { openid: 'm-zhang', templateIds: ['T'] })
      expect(await unbind(['m-zhang', 'nobody'])).toMatchObject({ errcode: 40003 })
      expect(await send()).toMatchObject({ errcode: 0 })
      expect(await unbind(['m-zhang'])).toMatchObject({ errcode: 0 })
      expect(await send()).toMatchObject({ errcode: 40256 })
      expect(await unbind([])).toMatchObject({ errcode: 40097 })
    })
    test('data that are not a text of JSON, and strangers, are refused', async () => {
      expect(await send({ data: { thing1: { value: 'a' } } })).toMatchObject({ errcode: 40097 })
      expect(await send({ touser: 'nobody' })).toMatchObject({ errcode: 40257 })
    })
  })

  describe('checked pictures', () => {
    const ask = () => miniJson('/wxa/media_check_async', { media_url: 'http://127.0.0.1/a.png', media_type: 2, version: 2, scene: 1, openid: 'm-zhang' })

    test('the result comes later as an event of the mini-program, once', async () => {
      const { trace_id: traceId } = await ask()
      expect(await events()).toEqual([])
      await bench.control('POST wechat/media-checks', { traceId, suggest: 'risky', label: 20002, mode: 'plain' })
      expect(await events()).toMatchObject([{ ToUserName: 'gh_emulator_mini', Event: 'wxa_media_check', trace_id: traceId, appid: 'wxmini', result: { suggest: 'risky', label: 20002 } }])
      expect(await bench.control('POST wechat/media-checks', { traceId })).toMatchObject({ status: 404 })
    })
    test('an encrypted event carries the appid of the mini-program', async () => {
      await ask()
      await bench.control('POST wechat/media-checks', {})
      const [{ Encrypt }] = await events() as [{ Encrypt: string }]
      expect(decrypt(Encrypt, KEY)).toMatchObject({ appid: 'wxmini', text: expect.stringContaining('wxa_media_check') })
    })
  })

  describe('printed text', () => {
    const picture = Buffer.from('a picture')
    const form = (): FormData => {
      const data = new FormData()
      data.set('img', new Blob([picture], { type: 'image/png' }), 'a.png')
      return data
    }
    test('the lines that were said of a picture, by its bytes and by its address', async () => {
      await bench.control('POST wechat/printed-text', { image: createHash('sha256').update(picture).digest('hex'), lines: ['证号 1', '茶'] })
      await bench.control('POST wechat/printed-text', { image: 'cards/b.png', lines: ['乙'] })
      const textsOf = ({ items }: Answer) => (items as Array<{ text: string }>).map(({ text }) => text)
      expect(textsOf(await miniJson('/cv/ocr/comm', form()))).toEqual(['证号 1', '茶'])
      expect(textsOf(await miniJson(`/cv/ocr/comm?img_url=${encodeURIComponent('http://x/cards/b.png?sign=1')}`, {}))).toEqual(['乙'])
    })
    test('nothing is invented, and no picture is no question', async () => {
      expect(await miniJson('/cv/ocr/comm', form())).toMatchObject({ errcode: 0, items: [] })
      expect(await miniJson('/cv/ocr/comm', {})).toMatchObject({ errcode: 101000 })
      await bench.control('POST providers/faults', { end: 'printed-text', code: 101002 })
      expect(await miniJson('/cv/ocr/comm', form())).toMatchObject({ errcode: 101002 })
    })
  })

  describe('subscriptions', () => {
    const push = (body: object) => bench.control('POST wechat/subscribe-event', { openid: 'm-zhang', mode: 'plain', ...body })

    test('one template is an object, several are an array', async () => {
      await push({ kind: 'popup', templates: [{ templateId: 'A' }] })
      await push({ kind: 'change', templates: [{ templateId: 'A' }, { templateId: 'B' }] })
      await push({ kind: 'sent', form: 'array', templates: [{ templateId: 'A', messageId: '9', errorCode: '20003' }] })
      expect(await events()).toMatchObject([
        { Event: 'subscribe_msg_popup_event', FromUserName: 'm-zhang', List: { TemplateId: 'A', SubscribeStatusString: 'accept', PopupScene: '0' } },
        { Event: 'subscribe_msg_change_event', List: [{ TemplateId: 'A', SubscribeStatusString: 'reject' }, { TemplateId: 'B' }] },
        { Event: 'subscribe_msg_sent_event', List: [{ MsgID: '9', ErrorCode: '20003', ErrorStatus: 'failed' }] },
      ])
      expect(await push({ kind: 'other', templates: [{ templateId: 'A' }] })).toMatchObject({ status: 400 })
    })
    test('an event is repeated with the same content and a signature of its own', async () => {
      await push({ kind: 'popup', templates: [{ templateId: 'A' }], repeats: 2 })
      const calls = await heard('pushed')
      expect(new Set(calls.map(({ body }) => body)).size).toBe(1)
      expect(new Set(calls.map(({ queryStringParameters }) => queryStringParameters.nonce)).size).toBe(3)
    })
  })

  test('any event can be pushed; a scan of a code carries scene and ticket', async () => {
    await bench.control('POST wechat/push', { event: { Event: 'LOCATION', FromUserName: 'o-zhang', Latitude: 1 }, mode: 'plain' })
    await bench.control('POST wechat/scan', { openid: 'm-zhang', scene: 'bind_1', mode: 'plain' })
    const token = await tokenOf('wxofficial', 'official-secret')
    const body = JSON.stringify({ action_name: 'QR_STR_SCENE', action_info: { scene: { scene_str: 'bind_1' } } })
    const { ticket } = (await (await fetch(`${bench.emulator.base}/cgi-bin/qrcode/create?access_token=${token}`, { method: 'POST', body })).json()) as { ticket: string }
    expect(await events()).toMatchObject([{ Event: 'LOCATION', Latitude: 1 }, { Event: 'SCAN', EventKey: 'bind_1', Ticket: ticket }])
  })

  test('the code of a ticket is a picture that can be scanned; what is no ticket has none', async () => {
    const token = await tokenOf('wxofficial', 'official-secret')
    const body = JSON.stringify({ action_name: 'QR_STR_SCENE', action_info: { scene: { scene_str: 'bind_1' } } })
    const { ticket, url } = (await (await fetch(`${bench.emulator.base}/cgi-bin/qrcode/create?access_token=${token}`, { method: 'POST', body })).json()) as { ticket: string; url: string }
    const reply = await fetch(`${bench.emulator.base}/cgi-bin/showqrcode?ticket=${ticket}`)
    expect([reply.headers.get('content-type'), read(Buffer.from(await reply.arrayBuffer()))]).toEqual(['image/png', url])
    expect((await fetch(`${bench.emulator.base}/cgi-bin/showqrcode?ticket=forged`)).status).toBe(404)
  })

  test('the carrier reports what became of an SMS, as Tencent posts it', async () => {
    bench.emulator.outbox.add({ channel: 'sms', to: '13800000001', at: NOW.toISOString(), providerId: '2026:1', context: 'd1' })
    expect(await bench.control('POST sms/report', {})).toMatchObject({ json: { delivered: true, tries: 1 } })
    await bench.control('POST sms/report', { ids: ['2026:1'], ok: false, errmsg: 'MK:0001', description: '空号' })
    const bodies = (await heard('reported')).map(({ body }) => JSON.parse(body) as unknown)
    expect(bodies).toEqual([
      [{ user_receive_time: '2026-03-01 09:00:00', nationcode: '86', mobile: '13800000001', report_status: 'SUCCESS', errmsg: 'DELIVRD', description: '用户短信送达成功', sid: '2026:1', ext: 'd1' }],
      [expect.objectContaining({ report_status: 'FAIL', errmsg: 'MK:0001', description: '空号' })],
    ])
    expect(await bench.control('POST sms/report', { ids: ['none'] })).toMatchObject({ status: 404 })
  })
})
