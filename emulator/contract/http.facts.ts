import type { Rule } from '../rules/rules'
import { inEmulator, type Fact } from './fact'
import type { Site } from './site'
import { HTTP_ACCESS, seen } from './sources'

const SHAPE = seen('5', 'event {path,httpMethod,headers,queryStringParameters,requestContext,body,isBase64Encoded}; return {isBase64Encoded,statusCode,headers,body}')

const at = (site: Site, path: string, init?: RequestInit): Promise<Response> => fetch(site.bench().emulator.base + path, init)

interface Mirrored { event: Record<string, unknown>; environment: Record<string, string> }

const mirrored = async (site: Site): Promise<Mirrored> =>
  (await at(site, '/mirror/below?a=1&b=%E4%BA%8C', { method: 'POST', body: '{"x":1}', headers: { 'content-type': 'application/json', 'x-own': 'yes' } })).json() as Promise<Mirrored>

/** A field of the event that HTTP access makes of a request. */
const fields = (...rows: Array<[field: string, value: unknown]>): Fact[] => inEmulator(...rows.map(([field, value]): Parameters<typeof inEmulator>[0] => [
  `a request over HTTP access is handed over with its ${field}`, `http.${field}` as Rule, HTTP_ACCESS, async (site) => {
    expect((await mirrored(site)).event[field]).toEqual(value)
  }]))

const BYTES = Buffer.from([0, 255, 137, 80, 10, 13])

export const httpFacts = [
  ...fields(
    ['path', '/mirror/below'], ['httpMethod', 'POST'], ['headers', expect.objectContaining({ 'x-own': 'yes' })], ['queryStringParameters', { a: '1', b: '二' }],
    ['body', '{"x":1}'], ['isBase64Encoded', false], ['requestContext', expect.objectContaining({ requestId: expect.any(String) })],
  ),
  ...inEmulator(
    ['a request over HTTP access has a source and no person', 'identity.TCB_SOURCE', seen('2', 'SOURCE values: wx_client, wx_devtools, wx_http'), async (site) => {
      const { environment } = await mirrored(site)
      expect([environment.TCB_SOURCE, environment.WX_OPENID]).toEqual(['wx_http', undefined])
    }],
    ['a body of bytes is handed over in base64', 'http.binary-request', SHAPE, async (site) => {
      const reply = await at(site, '/mirror', { method: 'POST', body: BYTES, headers: { 'content-type': 'image/png' } })
      expect(((await reply.json()) as Mirrored).event).toMatchObject({ isBase64Encoded: true, body: BYTES.toString('base64') })
    }],
    ['an answer in base64 is sent as bytes', 'http.binary-reply', SHAPE, async (site) => {
      const reply = await at(site, '/mirror/picture', { method: 'POST', body: BYTES, headers: { 'content-type': 'image/png' } })
      expect(Buffer.from(await reply.arrayBuffer())).toEqual(BYTES)
    }],
    ['an answer with a statusCode is the whole reply: status, headers, body', 'http.integrated', HTTP_ACCESS, async (site) => {
      const reply = await at(site, '/mirror')
      expect([reply.status, reply.headers.get('x-mine')]).toEqual([201, '1'])
    }],
    ['a text is sent as a text', 'http.text', HTTP_ACCESS, async (site) => expect(await (await at(site, '/words')).text()).toBe('words')],
    ['any other value is sent as JSON', 'http.json', HTTP_ACCESS, async (site) => {
      const reply = await at(site, '/value')
      expect(reply.headers.get('content-type')).toContain('application/json')
      expect(await reply.json()).toMatchObject({ httpMethod: 'GET', path: '/value' })
    }],
    ['of two routes the longer one serves', 'http.longest-route', HTTP_ACCESS, async (site) => {
      expect((await at(site, '/mirror/picture', { method: 'POST', body: BYTES, headers: { 'content-type': 'image/png' } })).status).toBe(200)
    }],
    ['a route serves what lies below it', 'http.below', HTTP_ACCESS, async (site) => expect((await at(site, '/mirror/a/b')).status).toBe(201)],
    ['a function that failed is answered with 500', 'http.failure', HTTP_ACCESS, async (site) => expect((await at(site, '/failing')).status).toBe(500)],
    ['a request above 6 MB is refused', 'http.size', seen('5', 'payload: function request: text 100 KB, other 6 MB (EXCEED_MAX_PAYLOAD_SIZE)'), async (site) => {
      expect((await at(site, '/words', { method: 'POST', body: Buffer.alloc(6 * 1024 * 1024 + 1), headers: { 'content-type': 'image/png' } })).status).toBe(413)
    }],
  ),
]
