import { isTimer, type TimerCall } from '../../cloud/gate-of-timer'
import { sweep, type SweepPorts, type SweepReport } from './sweep'

export type SweepReply = { ok: true; data: SweepReport } | { ok: false; code: 'sweep.not-the-timer' }

/** Lets only the timer in: what is thrown away is thrown away for everybody. */
export async function openToTimer(call: TimerCall, ports: () => SweepPorts): Promise<SweepReply> {
  if (!isTimer(call)) return { ok: false, code: 'sweep.not-the-timer' }
  return { ok: true, data: await sweep(ports()) }
}
