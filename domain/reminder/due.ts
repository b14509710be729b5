import type { Handling } from '../certificate/handling'
import { activeHandling } from '../certificate/validity'
import { dayOf, instantOf, timeOf, type CivilDay } from '../kernel/civil-day'
import type { SendTime } from '../kernel/send-time'
import { ticked } from './channel'
import { resolveRecipients, type RecipientFacts } from './recipients'
import { isEarly, type SpeakingFacts } from './speaking'
import { windowOf } from './window'

/** A certificate whose next instant has come, as the engine gathered it. */
export interface DueCertificate extends RecipientFacts, SpeakingFacts {
  id: string
  cycle: number
  sendTime: SendTime
  handling: Pick<Handling, 'kind' | 'until'> | null
  nextAt: Date
  /** Accounts that are told today because nobody has handled it (B9), beside its own people. */
  escalatedIds?: readonly string[]
}

/** Why a due certificate is told to nobody today. */
export type CertificateHold =
  | 'long-term' | 'no-expiry' | 'expired' | 'outside-window' | 'not-due' | 'no-channel' | 'no-recipient'
  /** Its rules tell nothing today: no 节点. `nobody-to-escalate`: they tell a role that nobody has. */
  | 'nothing-today' | 'nobody-to-escalate'
  | 'noted' | 'review' | 'snoozed' | 'revoked' | 'renewed'

/** It names nobody, and it is escalated to nobody. */
export const reachesNobody = (certificate: Pick<DueCertificate, 'escalatedIds' | keyof RecipientFacts>): boolean =>
  resolveRecipients(certificate).length + (certificate.escalatedIds?.length ?? 0) === 0

type Test = (certificate: DueCertificate, now: Date) => CertificateHold | false

/** In this order: what will not change by waiting comes first. */
const TESTS: readonly Test[] = [
  ({ longTerm }) => longTerm && 'long-term',
  ({ expiresOn }) => expiresOn === null && 'no-expiry',
  ({ handling }, now) => activeHandling(handling, dayOf(now))?.kind ?? false,
  (certificate, now) => certificate.rules.afterExpiry === 'stop' && (windowOf(certificate)?.last ?? '') < dayOf(now) && 'expired',
  (certificate, now) => isEarly(certificate, dayOf(now)) && 'outside-window',
  (certificate, now) => !isDue(certificate, now) && 'not-due',
  ({ channels }) => ticked(channels).length === 0 && 'no-channel',
  (certificate) => reachesNobody(certificate) && 'no-recipient',
]

/** The send time under which it is told today: its own, or the late moment at which it became due. */
export const slotOf = ({ nextAt, sendTime }: Pick<DueCertificate, 'nextAt' | 'sendTime'>, today: CivilDay): SendTime =>
  (dayOf(nextAt) < today ? sendTime : timeOf(nextAt))

/** What was due on an earlier day and missed waits for 发送时间 of today: missed days are not replayed (B8). */
function isDue({ nextAt, sendTime }: DueCertificate, now: Date): boolean {
  const today = dayOf(now)
  const due = dayOf(nextAt) < today ? instantOf(today, sendTime) : nextAt
  return due.getTime() <= now.getTime()
}

/** `null`: it is to be told now. Asked again right before sending, with fresh facts. */
export function certificateHold(certificate: DueCertificate, now: Date): CertificateHold | null {
  for (const test of TESTS) {
    const reason = test(certificate, now)
    if (reason) return reason
  }
  return null
}
