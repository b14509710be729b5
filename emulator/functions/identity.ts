import { applies, fieldsThatApply } from '../rules/rules'

/** Who calls a function, as the platform knows it. Nothing in here comes from the event. */
export interface Identity {
  /** `wx_client`, `wx_trigger`, `wx_http`, `web`, or a chain such as `wx_client,scf`: the nearest caller last. */
  source: string
  openid?: string
  unionid?: string
  appid?: string
  clientIp?: string
  /** Visitor of the web without a log-in. */
  anonymousUid?: string
}

const wechatVariables = (identity: Identity): Record<string, string> => {
  if (!identity.openid) return {}
  return {
    WX_OPENID: identity.openid,
    WX_APPID: identity.appid ?? '',
    ...(identity.unionid && { WX_UNIONID: identity.unionid }),
    WX_CLIENTIP: identity.clientIp ?? '127.0.0.1',
  }
}

const visitorVariables = (identity: Identity): Record<string, string> => {
  if (!identity.anonymousUid) return {}
  return { TCB_UUID: identity.anonymousUid, LOGINTYPE: 'ANONYMOUS', TCB_ISANONYMOUS_USER: 'true' }
}

const isTimer = (identity: Identity): boolean => identity.source === 'wx_trigger'
/** Calls over HTTP access carry no token, so `cloud.openapi` fails in them. */
export const mayHoldToken = (identity: Identity): boolean => /^wx_(client|trigger)/.test(identity.source)

const tokenVariables = (identity: Identity, token: string): Record<string, string> => {
  if (!mayHoldToken(identity)) return {}
  return isTimer(identity) ? { WX_TRIGGER_API_TOKEN_V0: token } : { WX_API_TOKEN: token }
}

/**
 * The variables one call sees, in `process.env` and in `context.environment`. `WX_CONTEXT_KEYS` and `TCB_CONTEXT_KEYS` name what the
 * SDKs may read; a timer has neither openid nor WX keys.
 */
export const environmentOf = (identity: Identity, token: string): Record<string, string> => {
  const wx = { ...wechatVariables(identity), ...tokenVariables(identity, token) }
  const tcb = { TCB_SOURCE: identity.source, TCB_SOURCE_IP: identity.clientIp ?? '127.0.0.1', ...visitorVariables(identity) }
  return fieldsThatApply('identity', {
    ...wx,
    ...tcb,
    ...(isTimer(identity) ? { TRIGGER_SRC: 'timer' } : { WX_CONTEXT_KEYS: Object.keys(wx).join(',') }),
    TCB_CONTEXT_KEYS: Object.keys(tcb).join(','),
  })
}

/** The identity under which a function called by another function runs: the person stays, the chain grows. */
export const chained = (caller: Identity | undefined, source: string): Identity => ({ ...(applies('identity.chain') && caller), source })
