import { environmentOf } from './identity'

describe('what a call knows of its caller', () => {
  test('a mini-program user', () => {
    expect(environmentOf({ source: 'wx_client', openid: 'o', appid: 'wxa', unionid: 'u' }, 't')).toEqual({
      WX_OPENID: 'o', WX_APPID: 'wxa', WX_UNIONID: 'u', WX_CLIENTIP: '127.0.0.1', WX_API_TOKEN: 't',
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_CLIENTIP,WX_API_TOKEN',
      TCB_SOURCE: 'wx_client', TCB_SOURCE_IP: '127.0.0.1', TCB_CONTEXT_KEYS: 'TCB_SOURCE,TCB_SOURCE_IP',
    })
  })
  test('a user without a unionid has none, not an empty one', () => {
    expect(environmentOf({ source: 'wx_client', openid: 'o' }, 't')).not.toHaveProperty('WX_UNIONID')
  })
  test('a timer: no WX_CONTEXT_KEYS, its own token', () => {
    expect(environmentOf({ source: 'wx_trigger' }, 't')).toMatchObject({ TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: 't', TCB_SOURCE: 'wx_trigger' })
    expect(environmentOf({ source: 'wx_trigger' }, 't')).not.toHaveProperty('WX_CONTEXT_KEYS')
  })
  test('HTTP access: no token of WeChat', () => {
    expect(Object.values(environmentOf({ source: 'wx_http' }, 'secret'))).not.toContain('secret')
  })
  test('an anonymous visitor of the web', () => {
    expect(environmentOf({ source: 'web', anonymousUid: 'v' }, 't')).toMatchObject({ TCB_UUID: 'v', TCB_ISANONYMOUS_USER: 'true', LOGINTYPE: 'ANONYMOUS', WX_CONTEXT_KEYS: '' })
  })
})
