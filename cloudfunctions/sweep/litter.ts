import { LONGEST_LOCK_MINUTES } from '../../domain/account/lockout'
import { plusMinutes } from '../../domain/kernel/civil-day'
import type { Collection, Where } from '../../cloud/ports'

const HOUR = 60
const DAY = 24 * HOUR

/** One kind of document that has done its work: which, by what age, and since when it is of no use. */
export interface Litter { collection: Collection; where: Where; by: string }

/** Minutes for which a staged file waits to be saved with its certificate (architecture §7). */
const STAGED_MINUTES = DAY

/** What nobody will ask for again, by collection. Each span is the one that its readers go by, or a generous one where none does. */
export const litterAt = (now: Date): readonly Litter[] => {
  const before = (minutes: number) => ({ before: plusMinutes(now, -minutes) })
  return [
    { collection: 'requests', where: { at: before(DAY) }, by: 'at' },
    { collection: 'sessions', where: { expiresAt: { to: now } }, by: 'expiresAt' },
    { collection: 'bind_codes', where: { expiresAt: before(7 * DAY) }, by: 'expiresAt' },
    { collection: 'web_log_ins', where: { expiresAt: before(HOUR) }, by: 'expiresAt' },
    // The last wrong answer of a count may come a whole span after its first, and locks from there on.
    { collection: 'attempts', where: { since: before(2 * LONGEST_LOCK_MINUTES) }, by: 'since' },
    { collection: 'wechat_events', where: { at: before(3 * DAY) }, by: 'at' },
    // What hides a picture has no such day.
    { collection: 'media_checks', where: { keepUntil: { before: now } }, by: 'keepUntil' },
    { collection: 'subscription_grants', where: { at: before(90 * DAY) }, by: 'at' },
  ]
}

/** Staged files that were never saved: begun, confirmed, or already being dropped by a run that was cut off. */
export const staleUploads = (now: Date): Where => ({ createdAt: { before: plusMinutes(now, -STAGED_MINUTES) } })

/**
 * Days for which a job is kept from when it was made: its rows hold what a sheet said, phone numbers among it, and what is needed to take it back.
 */
const JOB_DAYS = 30
export const oldJobs = (now: Date): Date => plusMinutes(now, -JOB_DAYS * DAY)
