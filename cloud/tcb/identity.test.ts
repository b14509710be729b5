import { identityOf } from './identity'

const context = (environment: object) => ({ request_id: 'run-1', environment: JSON.stringify(environment) })
afterEach(() => { for (const name of ['WX_OPENID', 'WX_CONTEXT_KEYS']) Reflect.deleteProperty(process.env, name) })

test('a mini-program’s user is who the call’s own environment says', () => {
  const identity = identityOf(context({ WX_OPENID: 'li', WX_APPID: 'app', WX_UNIONID: 'u', TCB_SOURCE: 'wx_client', TCB_SOURCE_IP: '1.2.3.4', WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID' }))
  expect(identity).toEqual({ appId: 'app', openid: 'li', unionid: 'u', source: 'wx_client', trigger: '', address: '1.2.3.4', anonymous: false, requestId: 'run-1' })
})

test('the last caller of a warm instance, still in process.env, is nobody', () => {
  Object.assign(process.env, { WX_OPENID: 'somebody-else', WX_CONTEXT_KEYS: 'WX_OPENID' })
  expect(identityOf(context({ TCB_SOURCE: 'wx_http' })).openid).toBe('')
  expect(identityOf(undefined).openid).toBe('')
  expect(identityOf({ environment: 'no json' }).openid).toBe('')
})

test('an anonymous visitor is told apart', () => {
  expect(identityOf(context({ TCB_UUID: 'u1', TCB_ISANONYMOUS_USER: 'true' })).anonymous).toBe(true)
})
