import { StoreError } from '../cloud/store-error'
import type { DeliveryDoc, InboxDoc, RunDoc } from '../cloud/documents'
import type { DocumentStore } from '../cloud/ports'
import { BrokenPromise } from './journal'
import type { World } from './world'

/** An instance of a function that is taken away between two of its calls. */
export const KILLED = 'the simulated instance died'
export const NO_ANSWER = 'the simulated database did not answer'

export class Killed extends Error {
  constructor() {
    super(KILLED)
    this.name = 'Killed'
  }
}

/** One for all: thousands die, and nobody reads where. */
const DEATH = new Killed()

/** One instance's life: how many calls it has left, and what its end or the database's trouble looks like. */
export interface Fate {
  left: number
  /** How many it has made. */
  made: number
  /** The last call takes effect, and the instance never hears of it. */
  afterEffect: boolean
  dead: boolean
  /** Share of calls in which the database fails. */
  trouble: number
  /** The lease that it took, and whether it asked since its last claim if that is still its own. */
  lease: { token: string; asked: boolean } | null
  /** Tokens under which it claimed messages. */
  claims: Set<string>
  /** Somebody else's work between two calls. */
  between(): Promise<void>
}

export const immortal: () => Fate = () => ({ left: Infinity, made: 0, afterEffect: false, dead: false, trouble: 0, lease: null, claims: new Set(), between: () => Promise.resolve() })

/** Two dozen certificates and five people need some hundreds. */
const MOST_CALLS = 5_000

/** Whatever the instance does to the outside world goes through here, the providers included. */
export async function lived<T>(world: World, fate: Fate, effect: () => Promise<T>): Promise<T> {
  const { luck, journal, clock } = world
  if (fate.dead) throw DEATH
  await fate.between()
  fate.made += 1
  if (fate.made > MOST_CALLS) {
    fate.dead = true
    world.broken ??= new BrokenPromise('an instance works on and on', [])
    throw DEATH
  }
  fate.left -= 1
  const last = fate.left <= 0
  if (last) {
    fate.dead = true
    journal.note(clock.now(), `instance dies ${fate.afterEffect ? 'after' : 'before'} its call`)
  }
  if (last && !fate.afterEffect) throw DEATH
  const result = await effect()
  if (last) throw DEATH
  for (let turns = luck.between(0, 2); turns > 0; turns -= 1) await Promise.resolve()
  return result
}

async function withTrouble<T>({ luck, journal, clock }: World, fate: Fate, effect: () => Promise<T>): Promise<T> {
  const trouble = fate.trouble > 0 && luck.happens(fate.trouble)
  if (!trouble) return effect()
  const done = luck.happens(0.5)
  journal.note(clock.now(), `the database fails ${done ? 'after' : 'before'} the effect`)
  if (done) await effect()
  throw new StoreError('unavailable', NO_ANSWER)
}

type Call = (...args: unknown[]) => Promise<unknown>

/** The store as one instance sees it; the witness sees what it does. */
export function storeOf(world: World, fate: Fate): DocumentStore {
  const raw = world.store as unknown as Record<string, Call>
  const through = (name: string): Call => (...args) => lived(world, fate, () => withTrouble(world, fate, async () => {
    if (name === 'update' && (claimOf(args) || args[0] === 'subscription_credits')) await stall(world)
    world.journal.step += 1
    if (name === 'update') observeClaim(world, fate, args)
    try {
      const result = await raw[name]?.(...args)
      observeLease(fate, name, { args, result })
      return result
    } finally {
      if (name === 'add' && args[0] === 'inbox') await observeNotices(world, args[1] as readonly InboxDoc[])
    }
  }))
  const names = ['get', 'find', 'count', 'group', 'tally', 'add', 'update', 'remove', 'transaction']
  return Object.fromEntries(names.map((name) => [name, through(name)])) as unknown as DocumentStore
}

/** What this call claims messages under; null: it claims none. */
function claimOf([collection, , change]: unknown[]): DeliveryDoc['claim'] {
  const { set } = change as { set?: Partial<DeliveryDoc> }
  return collection === 'deliveries' ? set?.claim ?? null : null
}

/** Where two are at it, the one that was to claim, or to take a credit, sleeps long enough for the other to stand at the same line. */
async function stall({ luck, crowded }: World): Promise<void> {
  if (!crowded || !luck.happens(0.5)) return
  for (let turns = luck.between(50, 500); turns > 0; turns -= 1) await Promise.resolve()
}

function observeClaim(world: World, fate: Fate, args: unknown[]): void {
  const claim = claimOf(args)
  if (!claim) return
  world.witness.claimed(claim.token)
  fate.claims.add(claim.token)
  if (!fate.lease?.asked) world.broken ??= new BrokenPromise(`messages were claimed by an instance that ${fate.lease ? 'did not ask whether' : 'never saw that'} the hospital was its own`, [claim.token])
  if (fate.lease) fate.lease.asked = false
}

/** What the instance knows of its lease, by what the store answered. */
function observeLease(fate: Fate, name: string, { args: [collection, about, change], result }: { args: unknown[]; result: unknown }): void {
  if (collection !== 'runs') return
  const taken = name === 'add' ? (about as readonly RunDoc[])[0] : (change as { set?: Partial<RunDoc> } | undefined)?.set
  if (name === 'add' && isLease(taken?._id)) fate.lease = { token: taken?.token ?? '', asked: false }
  if (name === 'update' && isLease((about as Partial<RunDoc>)._id) && taken?.token && result === 1) fate.lease = { token: taken.token, asked: false }
  if (name === 'get' && fate.lease && isLease(about as string)) fate.lease.asked = (result as RunDoc | null)?.token === fate.lease.token
}

const isLease = (id: string | undefined): boolean => id?.startsWith('lease:') ?? false

async function observeNotices(world: World, docs: readonly InboxDoc[]): Promise<void> {
  const { store, witness } = world
  const there = await store.find('inbox', { _id: { in: docs.map(({ _id }) => _id) } }, { limit: docs.length })
  try {
    witness.notices(there)
  } catch (thrown) {
    world.broken ??= thrown
  }
}
