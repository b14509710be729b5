import type { CivilDay } from '../kernel/civil-day'
import type { SendTime } from '../kernel/send-time'
import type { Channel } from './channel'

export interface DeliveryKey {
  institutionId: string
  day: CivilDay
  /** Local time of the certificates' due instant. */
  slot: SendTime
  accountId: string
  /** As ticked, not the way taken: whoever plans the same message must meet the same id, even if somebody followed in between. */
  channel: Channel
}

/** What all messages of one person, channel and send time of a day share. */
export const deliveryKey = ({ institutionId, day, slot, accountId, channel }: DeliveryKey): string =>
  [institutionId, day, slot, accountId, channel].join(':')

/** `n` counts the messages that exist under the key: a certificate saved after today's digest gets the next one (architecture §5). */
export const deliveryId = (key: DeliveryKey, n: number): string => `${deliveryKey(key)}:${n}`

/** A certificate in one of its cycles, as a delivery remembers it for the once-a-day rule. */
export const mention = (certificateId: string, cycle: number): string => `${certificateId}:${cycle}`

/** The certificate that a mention is of. */
export const certificateOf = (mentioned: string): string => mentioned.slice(0, mentioned.lastIndexOf(':'))
