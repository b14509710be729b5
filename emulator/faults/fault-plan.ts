import { createHash } from 'node:crypto'

/** What can go wrong, by where it does. */
export const FAULTS = {
  database: ['conflict', 'timeoutBefore', 'timeoutAfter', 'slow'],
  functions: ['timeoutBefore', 'timeoutAfter', 'duplicate', 'slow', 'clockJump'],
  timers: ['double'],
} as const

export type Place = keyof typeof FAULTS
export type FaultOf<P extends Place> = (typeof FAULTS)[P][number]
export type Rates = { [P in Place]?: Partial<Record<FaultOf<P>, number>> }

/** In the `call`-th call of a function its instance ends, right after the `request`-th database request that comes while that call is under way. */
export interface Kill { function: string; call: number; request: number }

export interface FaultSpec {
  seed: number
  /** How often of all times, 0 to 1. */
  rates: Rates
  /** Real milliseconds that a slow answer takes longer. */
  slowMs: number
  /** How far a jump moves the clock; negative: back. */
  clockJumpMs: number
  /** How often the call of a timer is repeated when it failed. */
  timerRetries: number
  kills: Kill[]
}

export interface Happened { place: Place | 'instance'; target: string; nth: number; fault: string }

/** Faults by a seed: the n-th call of a target meets the same fault in every run, whatever other targets do meanwhile. */
export interface FaultPlan {
  begin(spec: Partial<FaultSpec> & { seed: number }): void
  end(): void
  /** The plan and what came of it, in order; null without a plan. */
  state(): { plan: FaultSpec; happened: Happened[] } | null
  current(): FaultSpec | undefined
  /** Whether the next call of a target goes wrong, and how; only as `possible` allows. */
  draw<P extends Place>(place: P, target: string, possible?: readonly FaultOf<P>[]): FaultOf<P> | undefined
  note(happened: Happened): void
}

const PLAIN: Omit<FaultSpec, 'seed'> = { rates: {}, slowMs: 300, clockJumpMs: 3_600_000, timerRetries: 0, kills: [] }
const KEPT = 5000

/** A number from 0 to 1 that belongs to these words. */
const chanceOf = (words: string): number => createHash('sha256').update(words).digest().readUIntBE(0, 6) / 2 ** 48

const chosen = <P extends Place>(place: P, rates: Rates[P], chance: number): FaultOf<P> | undefined => {
  let upTo = 0
  return (FAULTS[place] as readonly FaultOf<P>[]).find((fault) => {
    upTo += (rates as Partial<Record<string, number>> | undefined)?.[fault] ?? 0
    return chance < upTo
  })
}

export const createFaultPlan = (): FaultPlan => {
  let plan: FaultSpec | undefined
  let happened: Happened[] = []
  let counts = new Map<string, number>()

  const countOf = (key: string): number => {
    const nth = (counts.get(key) ?? 0) + 1
    counts.set(key, nth)
    return nth
  }
  const note = (one: Happened): void => {
    if (happened.length < KEPT) happened.push(one)
  }
  const start = (next: FaultSpec | undefined): void => {
    plan = next
    happened = []
    counts = new Map()
  }
  return {
    begin: (spec) => start({ ...PLAIN, ...spec }),
    end: () => start(undefined),
    state: () => (plan ? { plan, happened: [...happened] } : null),
    current: () => plan,
    draw: (place, target, possible = FAULTS[place]) => {
      if (!plan) return undefined
      const nth = countOf(`${place} ${target}`)
      const fault = chosen(place, plan.rates[place], chanceOf(`${plan.seed} ${place} ${target} ${nth}`))
      if (fault === undefined || !(possible as readonly string[]).includes(fault)) return undefined
      note({ place, target, nth, fault })
      return fault
    },
    note,
  }
}
