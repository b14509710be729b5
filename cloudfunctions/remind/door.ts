import { isTimer, type TimerCall } from '../../cloud/gate-of-timer'
import { remind, type RemindPorts, type RemindReport } from './remind'

export type RemindReply = { ok: true; data: RemindReport } | { ok: false; code: 'remind.not-the-timer' }

/** Lets only the timer in. Others are refused before anything is asked of anybody. */
export async function openToTimer(call: TimerCall, ports: () => RemindPorts): Promise<RemindReply> {
  if (!isTimer(call)) return { ok: false, code: 'remind.not-the-timer' }
  return { ok: true, data: await remind(ports()) }
}
