import type { Route } from '../../domain/reminder/channel'
import type { Outcome } from '../../domain/reminder/outcome'

/** Not a follower, openid of nobody, too often for this person, template banned, daily quota, no consent left: the next way may still reach him (B3, platform facts §7.3). */
const FALL_THROUGH: Readonly<Partial<Record<Route, ReadonlySet<string>>>> = {
  'official-account': new Set(['43004', '40003', '43117', '43116', '45009']),
  'subscribe-message': new Set(['43101', '43107', '45009']),
}
/** He does not follow any more. */
const UNFOLLOWED = new Set(['43004', '40003'])
/** Not bound as staff any more, or the template put away: WeChat's to say, and not to be asked again. */
const NOT_EMPLOYED = new Set(['40256', '40257', '43104'])
/** No consent is left, whatever our ledger says. */
const NO_CONSENT = '43101'
/** Quotas of the whole account, not of a person. */
const SPENT = new Set(['45009', 'LimitExceeded.AppDailyLimit', 'LimitExceeded.DailyLimit'])

export const fallsThrough = (way: Route, outcome: Outcome): boolean => !outcome.ok && (FALL_THROUGH[way]?.has(outcome.code) ?? false)

export const isUnfollowed = (way: Route, outcome: Outcome): boolean => way === 'official-account' && !outcome.ok && UNFOLLOWED.has(outcome.code)

export const isNotEmployed = (way: Route, outcome: Outcome): boolean => way === 'employee-message' && !outcome.ok && NOT_EMPLOYED.has(outcome.code)

export const hasNoConsent = (outcome: Outcome): boolean => !outcome.ok && outcome.code === NO_CONSENT

/** The template is banned for everybody (43116). */
export const isBanned = (outcome: Outcome): boolean => !outcome.ok && outcome.code === '43116'

/** This person was told too often (43117). */
export const isTooOften = (outcome: Outcome): boolean => !outcome.ok && outcome.code === '43117'

/** WeChat keeps the consent of a message that it did not send. Of an unknown one nobody knows, and asking once too few does less harm. */
export const keepsConsent = (outcome: Outcome): boolean => !outcome.ok && outcome.class !== 'unknown' && !hasNoConsent(outcome)

/** Settings that are wrong and quotas that are spent are so for everybody in this round. */
export const stopsTheWay = (outcome: Outcome): boolean => !outcome.ok && (outcome.class === 'config' || SPENT.has(outcome.code))
