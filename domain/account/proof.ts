import { plusMinutes } from '../kernel/civil-day'

/** Minutes for which a proof of oneself is good for what takes data out, gives power or unmasks: exports, roles, whole numbers. */
export const FRESH_MINUTES = 5

/** Over at the very instant, as every other term of an account is. */
export const isFresh = (provenAt: Date, now: Date): boolean => now.getTime() < plusMinutes(provenAt, FRESH_MINUTES).getTime()
