import type { Identity } from './gate/identity'

export interface TimerCall { event: unknown; identity: Identity }

const typeOf = (event: unknown): string => {
  const type = (typeof event === 'object' && event !== null ? event as { Type?: unknown } : {}).Type
  return typeof type === 'string' ? type.toLowerCase() : ''
}

/** The cloud's own word for it, not the event's: whoever may invoke a function can send what a timer sends (platform facts §5). */
export const isTimer = ({ event, identity }: TimerCall): boolean =>
  typeOf(event) === 'timer' && identity.openid === '' && !identity.anonymous && (identity.trigger === 'timer' || identity.source === 'wx_trigger')
