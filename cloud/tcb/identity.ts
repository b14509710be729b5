import tcb from '@cloudbase/node-sdk'
import type { Identity } from '../gate/identity'

type Environment = Readonly<Record<string, unknown>>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Only the call's own `environment`: the SDK's merged context falls back to process.env, which in a warm instance may still hold the last caller. */
function environmentOf(context: unknown): Environment {
  try {
    const parsed = tcb.parseContext(context as Parameters<typeof tcb.parseContext>[0])
    return (parsed.environment ?? parsed.environ ?? {}) as unknown as Environment
  } catch {
    return {}
  }
}

/** Who calls, as the cloud says it of this very call. Everything is '' that it does not say. */
export function identityOf(context: unknown): Identity {
  const environment = environmentOf(context)
  const requestId = (context as { request_id?: unknown } | null)?.request_id
  return {
    appId: text(environment.WX_APPID),
    openid: text(environment.WX_OPENID),
    unionid: text(environment.WX_UNIONID),
    source: text(environment.TCB_SOURCE),
    trigger: text(environment.TRIGGER_SRC),
    address: text(environment.TCB_SOURCE_IP),
    anonymous: text(environment.TCB_ISANONYMOUS_USER) === 'true',
    requestId: text(requestId),
  }
}
