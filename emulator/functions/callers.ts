import { randomUUID } from 'node:crypto'
import { CloudError } from '../cloud-error'
import type { World } from '../wechat-world/world'
import type { Functions } from './functions'
import type { Identity } from './identity'
import { applies } from '../rules/rules'

export interface ClientSetup {
  functions: Functions
  world: World
  appid: string
  /** Functions a client may call. */
  callable: readonly string[]
}

const identityOf = (setup: ClientSetup, openid: string | undefined): Identity => (openid
  ? { source: 'wx_client', openid, unionid: setup.world.byOpenid(openid)?.unionid, appid: setup.appid, clientIp: '127.0.0.1' }
  : { source: 'web', anonymousUid: randomUUID(), clientIp: '127.0.0.1' })

/** Only an object, or nothing at all, has room for `userInfo`. */
const mayHold = (data: unknown): boolean => data === undefined || (typeof data === 'object' && data !== null && !Array.isArray(data))

/** The cloud puts `userInfo` into the event of a mini-program call, over whatever the client sent under that name. */
const eventOf = (data: unknown, identity: Identity): string => {
  if (!identity.openid || !mayHold(data) || !applies('identity.user-info')) return JSON.stringify(data ?? {})
  return JSON.stringify({ ...(data as object), userInfo: { appId: identity.appid, openId: identity.openid } })
}

/** What a client's `callFunction` does: invoke rules first, then the call under the identity the platform knows. */
export const callAsClient = (setup: ClientSetup) => async (name: string, data: unknown, openid?: string): Promise<unknown> => {
  const exists = setup.functions.manifests().some((manifest) => manifest.name === name)
  if (exists && !setup.callable.includes(name) && applies('function.invoke-rules')) throw new CloudError('PERMISSION_DENIED', `clients may not call ${name}`)
  const identity = identityOf(setup, openid)
  return JSON.parse(await setup.functions.invoke(name, eventOf(data, identity), identity)) as unknown
}
