import type { CivilDay } from '../../../../domain/kernel/civil-day'
import { reachOf } from '../../../../domain/reminder/reach'
import type { Delivery } from '../delivery-days'
import type { LoadedCertificate } from '../draft'

type Recipient = LoadedCertificate['recipients'][number]

/** What keeps a person from a channel and is mended on the person; a channel that the hospital has not set up is not. */
const OF_THE_PERSON: readonly string[] = ['no-phone', 'not-bound', 'not-following-no-credit', 'account-off']

function reaches({ id, name, reach }: Recipient, channel: Delivery['channel']): boolean {
  const recipient = { accountId: id, name, active: true, phone: reach.hasPhone ? 'on record' : '', bound: reach.bound, follows: reach.follows, wechatCredits: reach.wechatCredits, employed: reach.employed ?? false }
  return reachOf([recipient], { home: false, sms: false, wechat: false, [channel]: true }).every(({ unreachable }) => !unreachable)
}

const MAY_HAVE_REACHED: readonly Delivery['state'][] = ['queued', 'sending', 'sent', 'unknown']

function isOpen(delivery: Delivery, recipients: readonly Recipient[]): boolean {
  if (delivery.state === 'failed') return true
  if (delivery.state !== 'held' || !OF_THE_PERSON.includes(delivery.reason)) return false
  return recipients.some((person) => person.id === delivery.accountId && reaches(person, delivery.channel))
}

/**
 * Messages of today that may go out once more (B7): what failed, and what was held for a reason that is mended by now. None of a person and
 * channel that another message of today reached; the functions judge it again.
 */
export function resendable(rows: readonly Delivery[], recipients: readonly Recipient[], today: CivilDay): ReadonlySet<string> {
  const ofToday = rows.filter(({ day }) => day === today)
  const reached = new Set(ofToday.filter(({ state }) => MAY_HAVE_REACHED.includes(state)).map(({ accountId, channel }) => `${accountId} ${channel}`))
  return new Set(ofToday.filter((row) => !reached.has(`${row.accountId} ${row.channel}`) && isOpen(row, recipients)).map(({ id }) => id))
}
