import type { CivilDay } from '../kernel/civil-day'
import { ticked, type Channel } from './channel'
import type { CertificateHold, DueCertificate } from './due'
import { resolveRecipients, type Successors } from './recipients'
import { channelSpeaks, escalatedOn, speakingOn } from './speaking'

/** One person by one channel today. `slowed`: the certificate speaks, but to him WeChat wants 节点 only (B28). */
export interface Hearing { accountId: string; channel: Channel; slowed: boolean }

interface People { successors: Successors | undefined; isSlowed(accountId: string): boolean }

/** On 节点 only, whatever its type says. */
const byStep = (certificate: DueCertificate): DueCertificate => {
  const { rules } = certificate
  return { ...certificate, rules: { ...rules, rhythm: { ...rules.rhythm, wechat: 'steps' } } }
}

/** Who hears of it today and how: its own people by the channels that speak, those it is escalated to by every ticked one (B9, B28). */
export function hearingsOf(certificate: DueCertificate, day: CivilDay, { successors, isSlowed }: People): Hearing[] {
  const escalated = new Set((certificate.escalatedIds ?? []))
  const own = speakingOn(certificate, day)
  const atStep = own.includes('wechat') && channelSpeaks(byStep(certificate), 'wechat', day)
  const ordinary = resolveRecipients(certificate, successors).filter(({ accountId }) => !escalated.has(accountId)).flatMap(({ accountId }) =>
    own.map((channel): Hearing => ({ accountId, channel, slowed: channel === 'wechat' && !atStep && isSlowed(accountId) })))
  const further = [...escalated].flatMap((accountId) => ticked(certificate.channels).map((channel): Hearing => ({ accountId, channel, slowed: false })))
  return [...ordinary, ...further]
}

/** Why a certificate that is due tells nothing today after all; `null`: it does. */
export function silenceOf(certificate: DueCertificate, day: CivilDay): CertificateHold | null {
  if (speakingOn(certificate, day).length > 0 || (certificate.escalatedIds?.length ?? 0) > 0) return null
  return escalatedOn(certificate, day).length > 0 ? 'nobody-to-escalate' : 'nothing-today'
}
