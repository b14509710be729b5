import type { CivilDay } from '../kernel/civil-day'

/** Which certificate, in which of its cycles: a renewal opens the next one. */
export interface CertificateMention {
  certificateId: string
  cycle: number
}

/** 消息: one notice to one account (S43). Reading it is not handling it (B1). */
export interface InboxMessage {
  id: string
  institutionId: string
  accountId: string
  day: CivilDay
  title: string
  /** One full sentence per certificate, in the order of `mentions`. */
  sentences: readonly string[]
  mentions: readonly CertificateMention[]
  /** Instants as ISO strings. `readAt` null: unread, counted on the tab. */
  sentAt: string
  readAt: string | null
}
