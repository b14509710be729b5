import type { Rule } from '../rules/rules'
import { inEmulator, type Fact } from './fact'
import type { Site } from './site'
import { FUNCTION_CODE, inSdk } from './sources'

const WX = inSdk('2', 'WX_OPENID, WX_UNIONID, WX_APPID, WX_CLIENTIP; Empty {} when WX_CONTEXT_KEYS is unset (timer, HTTP, web callers)')
const TCB = inSdk('2', 'node-sdk auth().getUserInfo() → {openId: WX_OPENID, appId, uid: TCB_UUID, customUserId: TCB_CUSTOM_USER_ID, isAnonymous}')
const SOURCES = inSdk('2', 'SOURCE values: wx_client, wx_devtools, wx_http, wx_trigger, scf… (chained by comma)')
const NEVER_TRUST = inSdk('2', 'Never trust `event.userInfo` or ids from event')

interface Seen { event: Record<string, unknown>; environment: Record<string, string>; user: { openId: string; appId: string; uid: string; isAnonymous: boolean } }

const asZhang = (site: Site, name: string, data: unknown = {}): Promise<Seen> => site.bench().emulator.invoke(name, data, 'zhang') as Promise<Seen>

const asVisitor = (site: Site, name: string): Promise<Seen> => site.bench().emulator.invoke(name, {}) as Promise<Seen>

type VariableRow = [name: string, rule: Rule, source: string, who: typeof asZhang, variable: string, value: unknown]

/** A call by this user (or by a visitor) sees a variable with this value. */
const variables = (...rows: VariableRow[]): Fact[] => inEmulator(...rows.map(([name, rule, source, who, variable, value]): Parameters<typeof inEmulator>[0] => [name, rule, source, async (site) => {
  expect((await who(site, 'facts')).environment[variable]).toEqual(value)
}]))

export const identityFacts = [
  ...variables(
    ['a mini-program call knows the appid', 'identity.WX_APPID', WX, asZhang, 'WX_APPID', 'wxmini'],
    ['a mini-program call knows the unionid of who has one', 'identity.WX_UNIONID', WX, asZhang, 'WX_UNIONID', 'union-zhang'],
    ['a mini-program call knows the address it came from', 'identity.WX_CLIENTIP', WX, asZhang, 'WX_CLIENTIP', '127.0.0.1'],
    ['a mini-program call says that it is one', 'identity.TCB_SOURCE', SOURCES, asZhang, 'TCB_SOURCE', 'wx_client'],
    ['TCB_CONTEXT_KEYS names what the SDK may read', 'identity.TCB_CONTEXT_KEYS', TCB, asZhang, 'TCB_CONTEXT_KEYS', 'TCB_SOURCE,TCB_SOURCE_IP'],
    ['a visitor of the web without a log-in is anonymous', 'identity.LOGINTYPE', TCB, asVisitor, 'LOGINTYPE', 'ANONYMOUS'],
  ),
  ...inEmulator(
    ['a mini-program call knows the openid', 'identity.WX_OPENID', WX, async (site) => {
      expect((await asZhang(site, 'facts')).user).toMatchObject({ openId: 'zhang' })
    }],
    ['getWXContext reads what WX_CONTEXT_KEYS names', 'identity.WX_CONTEXT_KEYS', WX, async (site) => {
      expect(await asZhang(site, 'wechat', { what: 'context' })).toMatchObject({ OPENID: 'zhang', APPID: 'wxmini', UNIONID: 'union-zhang' })
    }],
    ['an anonymous visitor has a uid and no openid', 'identity.TCB_UUID', TCB, async (site) => {
      expect((await asVisitor(site, 'facts')).user).toMatchObject({ openId: '', uid: expect.stringMatching(/./) })
    }],
    ['an anonymous visitor is said to be one', 'identity.TCB_ISANONYMOUS_USER', TCB, async (site) => {
      expect((await asVisitor(site, 'facts')).user.isAnonymous).toBe(true)
    }],
    ['a function called by a function knows the person and the chain of callers', 'identity.chain', SOURCES, async (site) => {
      expect((await asZhang(site, 'outer')).environment).toMatchObject({ WX_OPENID: 'zhang', TCB_SOURCE: 'wx_client,scf' })
    }],
    ['what an event says of its sender is overwritten', 'identity.user-info', NEVER_TRUST, async (site) => {
      expect((await asZhang(site, 'facts', { a: 1, userInfo: { openId: 'forged' } })).event).toEqual({ a: 1, userInfo: { appId: 'wxmini', openId: 'zhang' } })
    }],
    ['the identity of a call is gone in the next one of the same instance', 'identity.per-call', inSdk('2', 'process.env identity is only sound with one invocation at a time per instance'), async (site) => {
      expect(await asZhang(site, 'seen')).toEqual({ openid: 'zhang' })
      expect(await asVisitor(site, 'seen')).toEqual({ openid: null })
    }],
    ['the event of a mini-program call carries userInfo beside what was sent', 'identity.user-info', FUNCTION_CODE, async (site) => {
      expect(await asZhang(site, 'echo', { list: [1, '二', null] })).toEqual({ list: [1, '二', null], userInfo: { appId: 'wxmini', openId: 'zhang' } })
    }],
  ),
]
