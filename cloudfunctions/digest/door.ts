import { isTimer, type TimerCall } from '../../cloud/gate-of-timer'
import { writeDigests, type DigestPorts, type DigestReport } from './write-digests'

export type DigestReply = { ok: true; data: DigestReport } | { ok: false; code: 'digest.not-the-timer' }

/** Lets only the timer in: what is written goes to everybody's managers. */
export async function openToTimer(call: TimerCall, ports: () => DigestPorts): Promise<DigestReply> {
  if (!isTimer(call)) return { ok: false, code: 'digest.not-the-timer' }
  return { ok: true, data: await writeDigests(ports()) }
}
