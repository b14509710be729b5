import type { Channels } from '../certificate/certificate'
import type { Handling } from '../certificate/handling'
import { activeHandling } from '../certificate/validity'
import { dayOf, instantOf, type CivilDay } from '../kernel/civil-day'
import type { SendTime } from '../kernel/send-time'
import { ticked } from './channel'
import { windowOf } from './window'
import { resolveRecipients, type RecipientFacts } from './recipients'

/** A certificate whose next instant has come, as the engine gathered it. */
export interface DueCertificate extends RecipientFacts {
  id: string
  cycle: number
  expiresOn: CivilDay | null
  longTerm: boolean
  leadDays: number
  sendTime: SendTime
  channels: Channels
  handling: Pick<Handling, 'kind' | 'until'> | null
  nextAt: Date
}

/** Why a due certificate is told to nobody today. */
export type CertificateHold =
  | 'long-term' | 'no-expiry' | 'expired' | 'outside-window' | 'not-due' | 'no-channel' | 'no-recipient'
  | 'noted' | 'review' | 'snoozed' | 'revoked' | 'renewed'

type Test = (certificate: DueCertificate, now: Date) => CertificateHold | false

/** In this order: what will not change by waiting comes first. */
const TESTS: readonly Test[] = [
  ({ longTerm }) => longTerm && 'long-term',
  ({ expiresOn }) => expiresOn === null && 'no-expiry',
  ({ handling }, now) => activeHandling(handling, dayOf(now))?.kind ?? false,
  (certificate, now) => (windowOf(certificate)?.last ?? '') < dayOf(now) && 'expired',
  (certificate, now) => (windowOf(certificate)?.first ?? '') > dayOf(now) && 'outside-window',
  (certificate, now) => !isDue(certificate, now) && 'not-due',
  ({ channels }) => ticked(channels).length === 0 && 'no-channel',
  (certificate) => resolveRecipients(certificate).length === 0 && 'no-recipient',
]

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
