import { startBench, type Bench } from '../testing/bench'

const identity = `
exports.main = async (event, context) => {
  const { openId, appId, isAnonymous } = open().auth().getUserInfo()
  await new Promise((resolve) => setTimeout(resolve, event.wait || 0))
  return { openId, appId, isAnonymous, environment: JSON.parse(context.environment), event, again: process.env.WX_OPENID }
}`
const outer = `
exports.main = async (event) => (await open().callFunction({ name: 'inner', data: { hello: event.hello } })).result`
const inner = `
exports.main = async (event, context) => ({ got: event, environment: JSON.parse(context.environment) })`

interface Seen { openId: string; appId: string; isAnonymous: boolean; environment: Record<string, string>; event: Record<string, unknown>; again?: string }

jest.setTimeout(60_000)

describe('functions', () => {
  let bench: Bench
  const call = async (name: string, data: unknown, openid?: string): Promise<Seen> => (await bench.emulator.invoke(name, data, openid)) as Seen

  beforeAll(async () => {
    bench = await startBench({
      functions: {
        identity: { code: identity },
        outer: { code: outer },
        inner: { code: inner },
        closed: { code: 'exports.main = async () => 1' },
        failing: { code: 'exports.main = async () => { console.log("before"); throw new Error("on purpose") }' },
        slow: { code: 'exports.main = async () => new Promise(() => setInterval(() => 0, 1000))', config: { timeout: 1 } },
        spinning: { code: 'exports.main = async (event) => { while (event.spin) ; return "fresh" }', config: { timeout: 1 } },
        greedy: { code: 'exports.main = async () => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)) }', config: { memorySize: 32 } },
        exiting: { code: 'exports.main = async (event) => event.exit ? process.exit(1) : "alive"' },
        broken: { code: 'throw new Error("cannot load")' },
        configured: { code: 'exports.main = async () => ({ own: process.env.OWN, address: process.env.ADDRESS, timeZone: new Date(2024, 0, 1).toISOString() })' },
      },
      clientCallable: ['identity', 'outer', 'inner', 'failing', 'slow', 'spinning', 'greedy', 'exiting', 'broken', 'configured', 'missing'],
      functionEnvironment: (base) => ({ configured: { OWN: 'yes', ADDRESS: base } }),
      wechat: { miniAppId: 'wxmini', miniSecret: 'm', officialAppId: 'wxofficial', officialSecret: 'o', pushToken: 't', pushUrlPath: '/push' },
      seed: async () => ({ collections: {}, wechatUsers: [{ openid: 'zhang', unionid: 'union-zhang', name: 'Zhang', follows: false }] }),
    })
  })
  afterAll(() => bench.close())

  test('a mini-program user is known by the platform, in the environment and in the context', async () => {
    const seen = await call('identity', { a: 1 }, 'zhang')
    expect(seen).toMatchObject({ openId: 'zhang', appId: 'wxmini' })
    expect(seen.environment).toMatchObject({ WX_OPENID: 'zhang', WX_APPID: 'wxmini', WX_UNIONID: 'union-zhang', TCB_SOURCE: 'wx_client' })
    expect(seen.event).toEqual({ a: 1, userInfo: { appId: 'wxmini', openId: 'zhang' } })
  })

  test('an identity written into the event is overwritten', async () => {
    const { event, openId } = await call('identity', { userInfo: { openId: 'somebody-else' } }, 'zhang')
    expect([event.userInfo, openId]).toEqual([{ appId: 'wxmini', openId: 'zhang' }, 'zhang'])
  })

  test('a visitor of the web has no openid', async () => {
    const seen = await call('identity', {})
    expect([seen.openId, seen.isAnonymous, seen.environment.TCB_SOURCE]).toEqual(['', true, 'web'])
  })

  test('the identity of one call is gone in the next one of the same instance', async () => {
    await call('identity', {}, 'zhang')
    const seen = await call('identity', {})
    expect([seen.again, seen.environment.WX_OPENID]).toEqual([undefined, undefined])
  })

  test('parallel calls never see each other', async () => {
    const openids = Array.from({ length: 12 }, (_, index) => `user-${index}`)
    const seen = await Promise.all(openids.map((openid) => call('identity', { wait: 5 }, openid)))
    expect(seen.map((one) => [one.openId, one.again])).toEqual(openids.map((openid) => [openid, openid]))
  })

  test('a function called by a function sees the person and the chain of callers', async () => {
    const { got, environment } = (await bench.emulator.invoke('outer', { hello: 'there' }, 'zhang')) as { got: unknown; environment: Record<string, string> }
    expect(got).toEqual({ hello: 'there' })
    expect(environment).toMatchObject({ WX_OPENID: 'zhang', TCB_SOURCE: 'wx_client,scf' })
  })

  test('a client is refused where the invoke rules do not name the function', async () => {
    await expect(call('closed', {}, 'zhang')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' })
    expect(await bench.control('POST functions/closed', { data: {} }, 'zhang')).toMatchObject({ status: 403, json: { code: 'PERMISSION_DENIED' } })
  })

  test('a function that does not exist is not found', async () => {
    await expect(call('missing', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })

  test('an error in a function is FUNCTIONS_EXECUTE_FAIL, and the log has what it said', async () => {
    await expect(call('failing', {})).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('on purpose') })
    const { json } = await bench.control('GET logs?name=failing')
    expect(json).toMatchObject([{ name: 'failing', code: 'FUNCTIONS_EXECUTE_FAIL', lines: [{ level: 'info', text: 'before' }] }])
  })

  test('a function that cannot be loaded fails each call', async () => {
    await expect(call('broken', {})).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('cannot load') })
    await expect(call('broken', {})).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
  })

  test('a call over its time is ended, also one that never yields; the next call gets a fresh instance', async () => {
    await expect(call('slow', {})).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
    await expect(call('spinning', { spin: true })).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
    expect(await call('spinning', {})).toBe('fresh')
  })

  test('a function that eats more than its memory is ended alone', async () => {
    await expect(call('greedy', {})).rejects.toMatchObject({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' })
    expect(await call('spinning', {})).toBe('fresh')
  })

  test('an instance that ends itself fails its call, and the next call works', async () => {
    await expect(call('exiting', { exit: true })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    expect(await call('exiting', {})).toBe('alive')
  })

  test('each function has the variables that were configured for it', async () => {
    expect(await call('configured', {})).toMatchObject({ own: 'yes', address: bench.emulator.base })
  })
})
