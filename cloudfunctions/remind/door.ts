import type { Identity } from '../../cloud/gate/identity'
import { remind, type RemindPorts, type RemindReport } from './remind'

export interface TimerCall { event: unknown; identity: Identity }

export type RemindReply = { ok: true; data: RemindReport } | { ok: false; code: 'remind.not-the-timer' }

const typeOf = (event: unknown): string => {
  const type = (typeof event === 'object' && event !== null ? event as { Type?: unknown } : {}).Type
  return typeof type === 'string' ? type.toLowerCase() : ''
}

/** The cloud's own word for it, not the event's: whoever may invoke a function can send what a timer sends (platform facts §5). */
const isTimer = ({ event, identity }: TimerCall): boolean =>
  typeOf(event) === 'timer' && identity.openid === '' && !identity.anonymous && (identity.trigger === 'timer' || identity.source === 'wx_trigger')

/** Lets only the timer in. Others are refused before anything is asked of anybody. */
export async function openToTimer(call: TimerCall, ports: () => RemindPorts): Promise<RemindReply> {
  if (!isTimer(call)) return { ok: false, code: 'remind.not-the-timer' }
  return { ok: true, data: await remind(ports()) }
}
