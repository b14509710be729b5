import { createHash, createHmac } from 'node:crypto'
import type { Functions, Lines, Ports } from '../cloud/ports'
import { openToRemind } from '../cloudfunctions/deliver/door'
import { remind } from '../cloudfunctions/remind/remind'
import { endsOf, type DroppedIds } from './ends'
import { happen } from './happenings'
import { immortal, Killed, KILLED, NO_ANSWER, storeOf, type Fate } from './instance'
import { HOSPITALS, type World } from './world'

/** What outlives an instance besides the store: WeChat's memory, and which text a digest was made of. */
export interface Outside { hashes: Map<string, string>; known: DroppedIds; /** Calls of `deliver` that have not ended. */ running: Set<Promise<unknown>> }

function secretsOf({ hashes }: Outside): Ports['secrets'] {
  return {
    hashPassword: () => Promise.resolve(''), checkPassword: () => Promise.resolve(false),
    sign: (purpose, text) => createHmac('sha256', purpose).update(text).digest('hex'),
    sha256(text) {
      const hash = createHash('sha256').update(text).digest('hex')
      hashes.set(hash.slice(0, 32), String(text))
      return hash
    },
  }
}

function portsOf(world: World, outside: Outside, fate: Fate) {
  const lines: Lines = { providers: endsOf(world, fate, outside), followers: null, phones: null, miniCodes: null, push: null }
  return {
    store: storeOf(world, fate), clock: world.clock, secrets: secretsOf(outside),
    chance: { newId: () => `id-${(world.counted.ids += 1)}`, bytes: (count: number) => new Uint8Array(count) },
    log: { info: () => undefined, error: (event, facts) => complain(world, event, facts) } satisfies Ports['log'], lines: { shared: lines, of: () => Promise.resolve(lines), as: () => lines },
  }
}

/** What the engine calls an error must be one that was made here. */
function complain(world: World, event: string, facts: Record<string, unknown> = {}): void {
  if (facts.error !== KILLED && facts.error !== NO_ANSWER) world.broken ??= new Error(`${event} ${JSON.stringify(facts)}`)
}

function fateOf(world: World): Fate {
  const { luck } = world
  if (world.calm) return immortal()
  let saves = luck.happens(0.3) ? luck.between(1, 3) : 0
  return {
    left: luck.happens(0.3) ? luck.between(1, 30) : Infinity, made: 0, afterEffect: luck.happens(0.5), dead: false, lease: null, claims: new Set(), trouble: luck.happens(0.1) ? 0.05 : 0,
    async between() {
      if (saves <= 0 || !luck.happens(0.12)) return
      saves -= 1
      await happen(world)
    },
  }
}

/** `deliver` as `remind` reaches it: another instance, which may die by itself. */
const functionsOf = (world: World, outside: Outside): Functions => ({
  call: async (_, data) => {
    const over = world.witness.tickBegins()
    const call = openToRemind(data, portsOf(world, outside, fateOf(world)))
    outside.running.add(call)
    try {
      return JSON.parse(JSON.stringify(await call)) as unknown
    } finally {
      outside.running.delete(call)
      over()
    }
  },
})

/** The timer fires; what dies, dies silently. */
async function once(world: World, outside: Outside): Promise<void> {
  const ports = { ...portsOf(world, outside, world.calm ? immortal() : fateOf(world)), functions: functionsOf(world, outside) }
  await remind(ports).catch((thrown: unknown) => {
    if (!(thrown instanceof Killed) && (thrown as { trouble?: string }).trouble !== 'unavailable') throw thrown
  })
}

/** Somebody was taken for dead and is not: both believe that the hospital is theirs. */
async function loseLease({ store, luck }: World): Promise<void> {
  for (let turns = luck.between(0, 60); turns > 0; turns -= 1) await Promise.resolve()
  await store.update('runs', { _id: `lease:${luck.pick(HOSPITALS)}` }, { set: { deadline: new Date(0) } })
}

/** One minute of the timer: missed, once, twice, and at the same time. */
export async function tick(world: World, outside: Outside): Promise<void> {
  const { luck, calm, journal, clock } = world
  journal.note(clock.now(), calm ? 'timer, in calm' : 'timer')
  if (calm || luck.happens(0.6)) await once(world, outside)
  else if (luck.happens(0.8)) {
    world.crowded = true
    const second = async (): Promise<void> => {
      await (luck.happens(0.6) ? loseLease(world) : Promise.resolve())
      await once(world, outside)
    }
    await Promise.all([once(world, outside), second()])
  }
  // No function outlives its time limit, which is shorter than the minute to the next tick.
  await Promise.allSettled(outside.running)
  if (world.broken) throw world.broken
}
