/** What a browser says of itself is chosen from these: words of its own would let a stranger write to the one who confirms. */
export const SYSTEMS = ['windows', 'mac', 'linux', 'phone', 'other'] as const
export const BROWSERS = ['chrome', 'edge', 'firefox', 'safari', 'wechat', 'other'] as const
export type System = (typeof SYSTEMS)[number]
export type Browser = (typeof BROWSERS)[number]

/** A code on the web page is good for a minute (B22, architecture §8): one that is passed on in a picture arrives too late. Whoever scanned it has as long again to read and answer. */
const GOOD_MS = 60_000

export type WebLogInState = 'waiting' | 'confirmed' | 'refused' | 'taken'

/** What the phone's word is good for: a log-in by it alone, the second step of one by password (B25), or a proof anew in an open session. */
export const WEB_LOG_IN_PURPOSES = ['log-in', 'second-step', 'proof'] as const
export type WebLogInPurpose = (typeof WEB_LOG_IN_PURPOSES)[number]

/** A log-in that a browser asked for; `accountId`: the first bound account that scanned its code; `onlyFor`: the one that may, where it is known already. */
export interface WebLogIn { state: WebLogInState; accountId: string | null; onlyFor?: string; expiresAt: Date }

/** Until when a code can be scanned that is put up, or answered that is scanned, at `from`. */
export const webLogInExpiry = (from: Date): Date => new Date(from.getTime() + GOOD_MS)

/** Over at its very instant of expiry, whatever became of it. */
const isOver = ({ expiresAt }: WebLogIn, now: Date): boolean => now.getTime() >= expiresAt.getTime()

/** May this account look at it and answer it? Whoever scanned first has it alone, and an answer is given once. */
export const mayAnswer = (logIn: WebLogIn, accountId: string, now: Date): boolean =>
  !isOver(logIn, now) && logIn.state === 'waiting' && [logIn.accountId ?? accountId, logIn.onlyFor ?? accountId].every((each) => each === accountId)

/** What the browser that asked for it is told. */
export function standingOf(logIn: WebLogIn, now: Date): 'waiting' | 'scanned' | 'refused' | 'confirmed' | 'over' {
  if (isOver(logIn, now) || logIn.state === 'taken') return 'over'
  if (logIn.state !== 'waiting') return logIn.state
  return logIn.accountId === null ? 'waiting' : 'scanned'
}
