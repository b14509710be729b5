import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { instantOf, plusMinutes } from '../../domain/kernel/civil-day'
import { bench, MINI, OFFICIAL, type Bench } from '../../cloud/testing/reminder-bench'
import { hiddenAmong, keepAsked } from '../../cloud/repositories/media-checks'
import { decryptPush } from './aes'
import { answerWechat, type WechatPorts } from './door'
import { LARGEST_BODY } from './http-event'
import { readPushBody } from './push-body'
import { isSigned, signatureOf } from './signature'

const now = instantOf('2026-09-05', '10:00:00')
const token = 'AAAAA'
const encodingKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const push = { token, encodingKey, appId: OFFICIAL, plainAllowed: false }
const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000))

/** The safe mode written once more, from its description: what WeChat does. */
const asWechatEncrypts = (message: string, appId: string, key43: string = encodingKey): string => {
  const key = Buffer.from(key43 + '=', 'base64')
  const body = Buffer.from(message, 'utf8')
  const head = Buffer.concat([randomBytes(16), Buffer.from([body.length >>> 24, (body.length >>> 16) & 255, (body.length >>> 8) & 255, body.length & 255])])
  let plain = Buffer.concat([head, body, Buffer.from(appId)])
  const amount = 32 - (plain.length % 32)
  plain = Buffer.concat([plain, Buffer.from(Array<number>(amount).fill(amount))])
  return createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false).update(plain).toString('base64')
}
const sha1 = (...texts: string[]): string => createHash('sha1').update(texts.sort().join('')).digest('hex')

interface Sending { at?: Date; message: string; appId?: string; format?: 'json' | 'xml'; key?: string; token?: string }
const encrypted = ({ at = now, message, appId = OFFICIAL, format = 'json', key, token: signing = token }: Sending) => {
  const cipher = asWechatEncrypts(message, appId, key)
  const [timestamp, nonce] = [seconds(at), '486452656']
  const body = format === 'json' ? JSON.stringify({ ToUserName: 'gh', Encrypt: cipher }) : `<xml><ToUserName><![CDATA[gh]]></ToUserName>\n<Encrypt><![CDATA[${cipher}]]></Encrypt></xml>`
  return {
    path: '/wechat', httpMethod: 'POST', headers: {}, isBase64Encoded: false, body,
    queryStringParameters: { signature: sha1(signing, timestamp, nonce), timestamp, nonce, encrypt_type: 'aes', msg_signature: sha1(signing, timestamp, nonce, cipher) },
  }
}
const plain = (message: string, at: Date = now) => {
  const [timestamp, nonce] = [seconds(at), '1']
  return { httpMethod: 'POST', body: message, queryStringParameters: { signature: sha1(token, timestamp, nonce), timestamp, nonce } }
}
const event = (over: Record<string, unknown> = {}): string =>
  JSON.stringify({ ToUserName: 'gh', FromUserName: 'f-zhang', CreateTime: Number(seconds(now)), MsgType: 'event', Event: 'subscribe', EventKey: '', ...over })

const asked: string[] = []
const door = (over: Partial<Pick<WechatPorts, 'followers' | 'push'>> = {}): Bench & WechatPorts => {
  asked.length = 0
  const followers = { find: async (openid: string) => { asked.push(openid); return { unionid: 'u-zhang' } } }
  return { ...bench(now, {}), push, appId: OFFICIAL, miniAppId: MINI, followers, ...over }
}

describe('the signature and the safe mode', () => {
  test('the vector of WeChat’s documentation', () => {
    expect(signatureOf(['AAAAA', '1714037059', '486452656'])).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78')
    expect(isSigned('899cf89e464efb63f54ddac96b0a0a235f53aa78', ['AAAAA', '1714037059', '486452656'])).toBe(true)
    expect(isSigned('899cf89e464efb63f54ddac96b0a0a235f53aa79', ['AAAAA', '1714037059', '486452656'])).toBe(false)
    expect(isSigned('', ['AAAAA', '1714037059', '486452656'])).toBe(false)
  })

  test('2,000 round trips against a second implementation', () => {
    for (let n = 0; n < 2000; n += 1) {
      const message = `<xml>证书到期${'x'.repeat(n % 97)}</xml>`
      expect(decryptPush({ encodingKey, appId: OFFICIAL }, asWechatEncrypts(message, OFFICIAL))).toBe(message)
    }
  })

  test('another key, another appid, a changed or a cut text: nothing comes out', () => {
    const good = asWechatEncrypts('hello', OFFICIAL)
    const other = randomBytes(33).toString('base64').replace(/[^A-Za-z0-9]/g, 'a').slice(0, 43)
    expect(decryptPush({ encodingKey: other, appId: OFFICIAL }, good)).toBeNull()
    expect(decryptPush({ encodingKey, appId: 'wx-other' }, good)).toBeNull()
    expect(decryptPush({ encodingKey, appId: OFFICIAL }, good.slice(4))).toBeNull()
    expect(decryptPush({ encodingKey, appId: OFFICIAL }, '')).toBeNull()
    expect(decryptPush({ encodingKey, appId: OFFICIAL }, 'not base64 at all')).toBeNull()
  })
})

describe('bodies', () => {
  test('JSON and flat XML say the same', () => {
    const xml = '<xml>\n<ToUserName><![CDATA[gh]]></ToUserName><CreateTime>123456789</CreateTime>\n<Event><![CDATA[subscribe]]></Event><EventKey><![CDATA[]]></EventKey></xml>'
    const json = '{"ToUserName":"gh","CreateTime":123456789,"Event":"subscribe","EventKey":""}'
    expect(readPushBody(xml)).toEqual(readPushBody(json))
  })

  test.each([
    ['a document type', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>'],
    ['an entity', '<xml><A>&amp;</A></xml>'],
    ['an attribute', '<xml><A b="c">d</A></xml>'],
    ['an element in an element', '<xml><A><B>c</B></A></xml>'],
    ['an end that is another’s', '<xml><A>b</C></xml>'],
    ['a text with its end in it', '<xml><A><![CDATA[x]]></B><C><![CDATA[y]]></A></xml>'],
    ['no end', '<xml><A>b</A>'],
    ['a list', '[1]'], ['no JSON', '{"a":'], ['nothing', ''], ['blanks', ' '.repeat(60_000)],
  ])('%s is not read', (_, text) => {
    expect(readPushBody(text)).toBeNull()
  })

  test('names of the language are names like others', () => {
    expect(readPushBody('{"__proto__":"x","constructor":"y"}')?.get('constructor')).toBe('y')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe('the check of the address', () => {
  const check = (over: Record<string, string> = {}, at = now) => {
    const [timestamp, nonce] = [seconds(at), '1']
    return { httpMethod: 'GET', queryStringParameters: { signature: sha1(token, timestamp, nonce), timestamp, nonce, echostr: '123', ...over } }
  }
  test('echoes what WeChat sent', async () => {
    expect(await answerWechat(check(), door())).toMatchObject({ statusCode: 200, body: '123', headers: { 'content-type': 'text/plain; charset=utf-8' } })
  })
  test('a wrong signature, an old time, and no signature are refused', async () => {
    for (const each of [check({ signature: '0'.repeat(40) }), check({}, plusMinutes(now, -6)), check({}, plusMinutes(now, 6)), check({ timestamp: 'x' }), { httpMethod: 'GET' }]) {
      expect((await answerWechat(each, door())).statusCode).toBe(403)
    }
  })
  test('other methods and things that are no HTTP call are refused', async () => {
    for (const each of [{ httpMethod: 'DELETE' }, {}, null, 'x', { Type: 'Timer' }]) expect((await answerWechat(each, door())).statusCode).toBe(405)
  })
})

describe('S42, S57: who follows', () => {
  test.each(['json', 'xml'] as const)('a follow is recorded with the unionid that WeChat knows (%s)', async (format) => {
    const ports = door()
    expect(await answerWechat(encrypted({ message: event(), format }), ports)).toMatchObject({ statusCode: 200, body: 'success' })
    expect(ports.store.all('followers')).toEqual([{ _id: `${OFFICIAL}:f-zhang`, schema: 1, appId: OFFICIAL, openid: 'f-zhang', unionid: 'u-zhang', followedAt: now }])
  })

  test('an encrypted message in XML, and a body in base64', async () => {
    const ports = door()
    const message = `<xml><FromUserName><![CDATA[f-zhang]]></FromUserName><CreateTime>1</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event></xml>`
    const call = encrypted({ message })
    await answerWechat({ ...call, body: Buffer.from(call.body).toString('base64'), isBase64Encoded: true }, ports)
    expect(ports.store.all('followers')).toHaveLength(1)
  })

  test('an unfollow deletes what is known of him', async () => {
    const ports = door()
    await answerWechat(encrypted({ message: event() }), ports)
    await answerWechat(encrypted({ message: event({ Event: 'unsubscribe' }) }), ports)
    expect(ports.store.all('followers')).toEqual([])
  })

  test('a repeated push has no second effect, also after he has gone again', async () => {
    const ports = door()
    const first = encrypted({ message: event() })
    await answerWechat(first, ports)
    await answerWechat(first, ports)
    expect(asked).toEqual(['f-zhang'])
    await answerWechat(encrypted({ message: event({ Event: 'unsubscribe' }) }), ports)
    await answerWechat(first, ports)
    expect(ports.store.all('followers')).toEqual([])
  })

  test('two at once record one event', async () => {
    const ports = door()
    const call = encrypted({ message: event() })
    const answers = await Promise.all([answerWechat(call, ports), answerWechat(call, ports)])
    expect(answers.map(({ body }) => body)).toEqual(['success', 'success'])
    expect(ports.store.all('wechat_events')).toHaveLength(1)
  })

  test('who does not follow any more when we ask is not recorded', async () => {
    const ports = door({ followers: { find: () => Promise.resolve(null) } })
    await answerWechat(encrypted({ message: event() }), ports)
    expect(ports.store.all('followers')).toEqual([])
  })

  test('when WeChat cannot be asked it is told to push again, and then it works', async () => {
    let works = false
    const followers = { find: async () => { if (!works) throw new Error('user/info: http.timeout'); return { unionid: 'u' } } }
    const ports = door({ followers })
    expect((await answerWechat(encrypted({ message: event() }), ports)).statusCode).toBe(500)
    works = true
    expect((await answerWechat(encrypted({ message: event() }), ports)).body).toBe('success')
    expect(ports.store.all('followers')).toHaveLength(1)
  })

  test.each([
    ['an event of another kind', event({ Event: 'VIEW' })], ['a text message', event({ MsgType: 'text', Event: 'subscribe' })],
    ['nobody', event({ FromUserName: '' })], ['what cannot be read', 'hello'], ['a name of the language', event({ Event: 'constructor' })],
  ])('%s is acknowledged and ignored', async (_, message) => {
    const ports = door()
    expect(await answerWechat(encrypted({ message }), ports)).toMatchObject({ statusCode: 200, body: 'success' })
    expect(ports.store.calls).toEqual([])
  })
})

describe('what is not WeChat’s', () => {
  const refusedOf = async (call: unknown, over: Partial<Pick<WechatPorts, 'push'>> = {}) => {
    const ports = door(over)
    const { statusCode } = await answerWechat(call, ports)
    return { statusCode, calls: ports.store.calls.length }
  }
  const refused = { statusCode: 403, calls: 0 }

  test('plain text in production, whatever its signature', async () => {
    expect(await refusedOf(plain(event()))).toEqual(refused)
  })
  test('plain text where it is allowed is taken with its signature only', async () => {
    const allowed = { push: { ...push, plainAllowed: true } }
    expect(await refusedOf({ ...plain(event()), queryStringParameters: { ...plain(event()).queryStringParameters, signature: 'x' } }, allowed)).toEqual(refused)
    expect((await answerWechat(plain(event()), door(allowed))).body).toBe('success')
  })
  test('an old push, one of the future, another token, another appid, another key', async () => {
    const other = 'B'.repeat(43)
    for (const sending of [{ at: plusMinutes(now, -5.1) }, { at: plusMinutes(now, 5.1) }, { token: 'BBBBB' }, { appId: 'wx-other' }, { key: other }]) {
      expect(await refusedOf(encrypted({ message: event(), ...sending }))).toEqual(refused)
    }
  })
  test('a body changed after it was signed, and one larger than 64 KB', async () => {
    const call = encrypted({ message: event() })
    expect(await refusedOf({ ...call, body: JSON.stringify({ Encrypt: asWechatEncrypts(event({ FromUserName: 'x' }), OFFICIAL) }) })).toEqual(refused)
    expect(await refusedOf({ ...call, body: JSON.stringify({ Encrypt: 'x'.repeat(LARGEST_BODY) }) })).toEqual(refused)
    expect(await refusedOf({ ...call, body: 'x'.repeat(LARGEST_BODY * 3) })).toEqual(refused)
  })
  test('hostile pushes: no crash and no effect', async () => {
    await fc.assert(fc.asyncProperty(fc.dictionary(fc.constantFrom('signature', 'timestamp', 'nonce', 'encrypt_type', 'msg_signature'), fc.oneof(fc.string(), fc.constant(seconds(now)), fc.constant('aes'))), fc.oneof(fc.string(), fc.json(), fc.constant('<xml><Encrypt>a</Encrypt></xml>')), async (query, body) => {
      expect(await refusedOf({ httpMethod: 'POST', queryStringParameters: query, body })).toEqual(refused)
    }), { numRuns: 3000 })
  })
  test('nothing that was sent lies in the log', async () => {
    const ports = door()
    await answerWechat(encrypted({ message: event(), token: 'BBBBB' }), ports)
    expect(ports.logged.join()).toBe('{"event":"wechat.refused","reason":"signature"}')
  })
})

describe('verdicts on pictures (wxa_media_check)', () => {
  const asked = (traceId: string, appId = MINI) =>
    ({ _id: traceId, schema: 1 as const, institutionId: 'h1', accountId: 'a1', attachmentId: `file-${traceId}`, name: '证.jpg', appId, state: 'asked' as const, code: '', at: now, keepUntil: now })
  const xml = (traceId: string, suggest: string): string => `<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[m-zhang]]></FromUserName><CreateTime>1</CreateTime><MsgType><![CDATA[event]]></MsgType>
<Event><![CDATA[wxa_media_check]]></Event><trace_id><![CDATA[${traceId}]]></trace_id><version>2</version>
<detail><strategy><![CDATA[content_model]]></strategy><errcode>0</errcode><suggest><![CDATA[pass]]></suggest></detail><errcode>0</errcode><result><suggest><![CDATA[${suggest}]]></suggest><label>20002</label></result></xml>`
  const own = { push: { ...push, miniAppId: MINI } }
  const stateOf = async (ports: Bench, id: string) => (await ports.store.get('media_checks', id))?.state

  test('in XML, two of one second, each on its own picture; only the result counts and not what a strategy said', async () => {
    const ports = door(own)
    await ports.store.add('media_checks', [asked('t1'), asked('t2')])
    for (const [traceId, suggest] of [['t1', 'risky'], ['t2', 'pass']] as const) expect((await answerWechat(encrypted({ message: xml(traceId, suggest), appId: MINI }), ports)).statusCode).toBe(200)
    expect(await Promise.all(['t1', 't2'].map((id) => stateOf(ports, id)))).toEqual(['risky', 'passed'])
    expect(await ports.store.find('inbox', { accountId: 'a1' })).toHaveLength(1)
  })

  test('without a valid signature, and for another mini-program’s trace, nothing happens', async () => {
    const ports = door(own)
    await ports.store.add('media_checks', [asked('t1'), asked('t2', 'wx-other')])
    expect((await answerWechat(encrypted({ message: xml('t1', 'risky'), appId: MINI, token: 'another' }), ports)).statusCode).toBe(403)
    expect((await answerWechat(encrypted({ message: xml('t2', 'risky'), appId: MINI }), ports)).statusCode).toBe(200)
    expect(await Promise.all(['t1', 't2'].map((id) => stateOf(ports, id)))).toEqual(['asked', 'asked'])
  })

  test('one that is faster than the note of its trace is taken when the note is written', async () => {
    const ports = door(own)
    await answerWechat(encrypted({ message: xml('t1', 'risky'), appId: MINI }), ports)
    expect(await stateOf(ports, 't1')).toBe('early')
    await keepAsked(ports.store, { institutionId: 'h1', accountId: 'a1', attachmentId: 'f1', name: '证.jpg', appId: MINI }, { traceId: 't1', at: now })
    expect(await stateOf(ports, 't1')).toBe('risky')
    expect([...await hiddenAmong(ports.store, 'h1', [{ id: 'f1', type: 'image/png' }, { id: 'f2', type: 'image/png' }])]).toEqual(['f1'])
  })
})
