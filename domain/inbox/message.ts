import { activeHandling } from '../certificate/validity'
import type { Handling } from '../certificate/handling'
import type { CivilDay } from '../kernel/civil-day'

/** One certificate of a message, as it stood when the message was sent. */
export interface InboxItem {
  certificateId: string
  cycle: number
  /** The full sentence (S41). */
  text: string
  expiresOn: CivilDay
}

/** 消息: one notice to one account (S43). Reading it is not handling it (B1). */
export interface InboxMessage {
  id: string
  institutionId: string
  accountId: string
  at: Date
  title: string
  text: string
  items: readonly InboxItem[]
  /** `null`: unread, counted on the tab. */
  readAt: Date | null
}

/** Handled, renewed or gone since: the message asks for nothing any more. `certificate` is `null` when it was deleted. */
export function isSettled(
  item: Pick<InboxItem, 'cycle'>,
  certificate: { cycle: number; handling: Pick<Handling, 'kind' | 'until'> | null } | null,
  today: CivilDay,
): boolean {
  return certificate === null || certificate.cycle !== item.cycle || activeHandling(certificate.handling, today) !== null
}
