import { asked, type Asked } from './fuzz-calls'
import { judged } from './fuzz-judge'
import { chanceOf, type Chance } from './mutate'
import { openWorld, stored, type World } from './world'

/** Calls before the world is made anew: what earlier ones did is part of what later ones meet. */
const PER_WORLD = 250

export interface Finding { seed: number; call: number; what: string; asked: string; told: string }
export interface Fuzzed { calls: number; answered: number; refused: Record<string, number>; statuses: Record<string, number>; operations: Record<string, number>; findings: Finding[] }

const clipped = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 1500)
const count = (into: Record<string, number>, key: string): void => { if (key !== '') into[key] = (into[key] ?? 0) + 1 }

interface Round { world: World; seed: number; known: ReadonlySet<string>; into: Fuzzed; chance: Chance }
type Wrong = { what: string; told: string } | null

function wrongIn(answer: unknown, asks: Asked, { known, into }: Round): Wrong {
  const { what, code, status } = judged(answer, asks, known)
  count(into.refused, code)
  count(into.statuses, status)
  if (code === '' && what === null) into.answered += 1
  if (what !== null) return { what, told: clipped(answer) }
  return JSON.stringify(answer).includes('机密b') ? { what: 'tells of another institution', told: clipped(answer) } : null
}

/** null: nothing is wrong with the answer. */
async function foundBy(asks: Asked, round: Round): Promise<Wrong> {
  const { gate, logged } = round.world
  const before = logged.length
  try {
    const wrong = wrongIn(await gate(asks.event, asks.identity), asks, round)
    const errors = logged.slice(before).join('\n')
    if (wrong) return { what: wrong.what, told: `${wrong.told} ${errors}` }
    return errors === '' ? null : { what: 'an error in the log', told: errors }
  } catch (thrown) {
    return { what: 'it crashed', told: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) }
  }
}

const tell = ({ seed, into }: Round, { what, told }: NonNullable<Wrong>, asks: unknown): void => {
  into.findings.push({ seed, call: into.calls, what, asked: clipped(asks), told: told.slice(0, 2500) })
}

async function play(round: Round, calls: number): Promise<void> {
  const abroad = stored(round.world, 'b')
  for (let left = calls; left > 0; left -= 1) {
    const asks = asked(round.chance)
    round.into.calls += 1
    count(round.into.operations, asks.operation)
    const wrong = await foundBy(asks, round)
    if (wrong) tell(round, wrong, asks)
  }
  if (stored(round.world, 'b') !== abroad) tell(round, { what: 'something of the other institution was changed', told: '' }, null)
  if (({} as { role?: unknown }).role !== undefined) tell(round, { what: 'the prototype of all objects was changed', told: '' }, null)
}

/** Random and mutated calls at the real gate, the same for the same seed; `known` are the codes that may be refused with. */
export async function fuzz({ seed, calls, known }: { seed: number; calls: number; known: ReadonlySet<string> }): Promise<Fuzzed> {
  const chance = chanceOf(seed)
  const into: Fuzzed = { calls: 0, answered: 0, refused: {}, statuses: {}, operations: {}, findings: [] }
  while (into.calls < calls) await play({ world: openWorld(), seed, known, into, chance }, Math.min(PER_WORLD, calls - into.calls))
  return into
}
