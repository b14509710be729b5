import { isValidOn, type ValidityFacts } from './validity'
import type { CivilDay } from '../kernel/civil-day'

/** One cycle of a certificate with what says when it held. */
export interface DatedTurn extends ValidityFacts { cycle: number }

const EVER_SINCE: CivilDay = '0001-01-01'
const latest = <T extends DatedTurn>(turns: readonly T[]): T | null => turns.reduce<T | null>((last, turn) => (last === null || turn.cycle > last.cycle ? turn : last), null)

/** The cycle that stood on a day (B13, B31): the one that held, else the last that had begun by then; null when none had. */
export function turnOn<T extends DatedTurn>(turns: readonly T[], day: CivilDay): T | null {
  const begun = turns.filter(({ validFrom, issuedOn }) => (validFrom ?? issuedOn ?? EVER_SINCE) <= day)
  return latest(begun.filter((turn) => isValidOn(turn, day))) ?? latest(begun)
}
