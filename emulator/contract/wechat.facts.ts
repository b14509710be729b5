import { inEmulator } from './fact'
import type { Site } from './site'
import { inSdk, seen } from './sources'

const MAP = inSdk('2', 'Map: DATABASE_REQUEST_FAILED -502001, … COLLECTION_NOT_EXIST -502005')
const OPENAPI = seen('1.3', 'openapi protobuf: reply CommOpenApiResp{1 respData bytes, 2 contentType, 3 errorCode, …}')
const PERMISSION = seen('4', 'config.json: `{"permissions":{"openapi":["subscribeMessage.send","phonenumber.getPhoneNumber"]},"triggers":[…]}`')

const wechat = (site: Site, what: string): Promise<unknown> => site.bench().emulator.invoke('wechat', { what }, 'zhang')

const args = { touser: 'zhang', templateId: 't', data: { thing1: { value: 'x' } } }

/** What wx-server-sdk makes of the platform's answers. */
export const wechatFacts = inEmulator(
  ['wx-server-sdk says a missing collection by number', 'collection.missing', MAP, async (site) => expect(await wechat(site, 'missing')).toEqual({ errCode: -502005 })],
  ['wx-server-sdk says a duplicate by number', 'insert.unique-id', MAP, async (site) => expect(await wechat(site, 'duplicate')).toEqual({ errCode: -502001 })],
  ['cloud.openapi is refused to a function that did not declare the interface', 'openapi.permission', PERMISSION, async (site) => {
    expect(await site.bench().emulator.invoke('unpermitted', { api: 'subscribeMessage.send', args }, 'zhang')).toEqual({ errCode: -604101 })
  }],
  ['cloud.openapi is refused in a call over HTTP access', 'openapi.caller', seen('1.3', 'wxCloudApiToken (WX_API_TOKEN; for TRIGGER_SRC=timer WX_TRIGGER_API_TOKEN_V0)'), async (site) => {
    const reply = await fetch(`${site.bench().emulator.base}/open`, { method: 'POST', body: JSON.stringify({ api: 'subscribeMessage.send', args }), headers: { 'content-type': 'application/json' } })
    expect(await reply.json()).toEqual({ errCode: -604104 })
  }],
  ['an interface that is not there is refused', 'openapi.known', OPENAPI, async (site) => {
    expect(await site.bench().emulator.invoke('permitted', { api: 'nowhere.nothing', args: {} }, 'zhang')).toEqual({ errCode: -604100 })
  }],
)
