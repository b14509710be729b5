import type { Employment, Presence } from './person'

export interface OnDutyFacts { presence: Presence; employment: Employment }
/** Who may operate something now, of those with a valid certificate (B35). */
export interface OnDuty<P> {
  /** By themselves. */
  alone: P[]
  /** 带教下操作: only beside somebody who may by himself; nobody when there is none. */
  supervised: P[]
  /** 暂离 and 离职: not to be called. */
  absent: P[]
}

/** 规培 and 进修 learn it here: their certificate holds under supervision. */
const LEARNERS: readonly Employment[] = ['resident', 'visiting']

/** Divides holders by who is here and who learns; one whose record is not known is here. `factsOf`: null when no record belongs to him. */
export function onDuty<P>(holders: readonly P[], factsOf: (holder: P) => OnDutyFacts | null): OnDuty<P> {
  const absent = holders.filter((holder) => (factsOf(holder)?.presence ?? 'present') !== 'present')
  const here = holders.filter((holder) => !absent.includes(holder))
  const learns = (holder: P): boolean => LEARNERS.includes(factsOf(holder)?.employment ?? 'permanent')
  const alone = here.filter((holder) => !learns(holder))
  return { alone, supervised: alone.length === 0 ? [] : here.filter(learns), absent }
}
