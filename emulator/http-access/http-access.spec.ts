import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBench, type Bench } from '../testing/bench'

jest.setTimeout(60_000)

describe('HTTP access and the web', () => {
  let bench: Bench
  let busy: Server
  const web = mkdtempSync(join(tmpdir(), 'web-'))
  const notices: string[] = []

  beforeAll(async () => {
    writeFileSync(join(web, 'index.html'), '<title>site</title>')
    busy = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => { busy.once('listening', resolve) })
    bench = await startBench({
      functions: {
        mirror: { code: 'exports.main = async (event, context) => ({ statusCode: 201, headers: { "content-type": "application/json", "x-mine": "1" }, body: JSON.stringify({ event, source: JSON.parse(context.environment).TCB_SOURCE, openid: open().auth().getUserInfo().openId }) })' },
        picture: { code: 'exports.main = async (event) => ({ statusCode: 200, isBase64Encoded: true, headers: { "content-type": "image/png" }, body: event.body })' },
        plain: { code: 'exports.main = async () => "words"' },
        failing: { code: 'exports.main = async () => { throw new Error("no") }' },
      },
      routes: { '/mirror': 'mirror', '/mirror/picture': 'picture', '/plain': 'plain', '/failing': 'failing' },
      clientCallable: [],
      webFolder: web,
      port: (busy.address() as AddressInfo).port,
      onNotice: (sentence) => { notices.push(sentence) },
    })
  })
  afterAll(async () => {
    await bench.close()
    busy.close()
    await rm(web, { recursive: true, force: true })
  })

  const at = (path: string, init?: RequestInit) => fetch(bench.emulator.base + path, init)

  test('a taken port is said, and the next free one is used', () => {
    expect(notices).toEqual([`Port ${(busy.address() as AddressInfo).port} is taken, using ${bench.emulator.port}.`])
  })

  test('a request reaches the function of its route, and its answer is sent as it says', async () => {
    const reply = await at('/mirror/below?a=1&b=%E4%BA%8C', { method: 'POST', body: '{"x":1}', headers: { 'content-type': 'application/json', 'x-emulator-openid': 'forged' } })
    expect([reply.status, reply.headers.get('x-mine')]).toEqual([201, '1'])
    expect(await reply.json()).toMatchObject({
      source: 'wx_http', openid: '',
      event: { path: '/mirror/below', httpMethod: 'POST', queryStringParameters: { a: '1', b: '二' }, body: '{"x":1}', isBase64Encoded: false },
    })
  })

  test('bytes go in and out untouched; the longest route wins', async () => {
    const bytes = Buffer.from([0, 255, 137, 80, 10, 13])
    const reply = await at('/mirror/picture', { method: 'POST', body: bytes, headers: { 'content-type': 'image/png' } })
    expect([reply.headers.get('content-type'), Buffer.from(await reply.arrayBuffer())]).toEqual(['image/png', bytes])
  })

  test('a text is answered as text, a failing function as an error, a body over 6 MB not at all', async () => {
    expect(await (await at('/plain')).text()).toBe('words')
    expect((await at('/failing')).status).toBe(500)
    expect((await at('/plain', { method: 'POST', body: Buffer.alloc(7 * 1024 * 1024) })).status).toBe(413)
  })

  test('the site lies at the root, and no path leads out of its folder', async () => {
    expect(await (await at('/')).text()).toContain('site')
    expect((await at('/nothing.js')).status).toBe(404)
    expect((await at('/..%2f..%2fetc/passwd')).status).toBe(404)
    expect((await at('/%')).status).toBe(400)
  })

  test('the console is there', async () => {
    const reply = await at('/_emulator/')
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  })

  test.each([
    [{ origin: 'http://evil.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{}, 200],
  ])('the control interface answers a page with %j by %i', async (headers, status) => {
    expect((await at('/_emulator/clock', { headers: headers as Record<string, string> })).status).toBe(status)
  })

  test('it listens on 127.0.0.1 only, not on every address of the machine', async () => {
    await expect(fetch(`http://127.0.0.2:${bench.emulator.port}/plain`)).rejects.toThrow()
  })

  test('a host name that is not loopback is refused', async () => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve) => {
      request({ port: bench.emulator.port, host: '127.0.0.1', path: '/_emulator/health', headers: { host: 'rebound.example' } }, (reply) => {
        reply.resume()
        resolve(reply.statusCode)
      }).end()
    })
    expect(status).toBe(403)
  })

  test('control requests that are wrong get an error and harm nothing', async () => {
    expect((await at('/_emulator/clock', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } })).status).toBe(400)
    expect((await at('/_emulator/nothing')).status).toBe(404)
    expect((await at('/_emulator/upload?path=../x', { method: 'PUT', body: 'x' })).status).toBe(400)
    expect((await at('/_emulator/collections/nowhere')).status).toBe(404)
    expect((await at('/_emulator/health')).status).toBe(200)
  })
})
