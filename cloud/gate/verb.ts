import type { InputOf, Operation, OutputOf } from '../../contract/operation'
import type { CivilDay } from '../../domain/kernel/civil-day'
import type { Failure } from '../../domain/kernel/failure'
import type { Ports, Transaction } from '../ports'
import type { Arrival, SignedIn } from './visitor'

/** What a verb sees of the world: the ports, and the one instant at which the call happens. */
export interface Scene extends Ports {
  now: Date
  /** In the hospital. */
  today: CivilDay
}

/** What a changing verb sees: writes go through `tx`; `prepared` is what its slow work before the transaction brought. */
export interface Work<P> extends Scene {
  tx: Transaction
  prepared: P
}

/** One line of the audit log, in the same transaction as the change. */
export interface AuditNote {
  /** Id of what was changed. */
  subject: string
  before: unknown
  after: unknown
  /** Who did it, where the gate does not know him yet (he is binding just now). */
  by?: { institutionId: string; accountId: string; name: string }
}

/** `refused`: what was written stays written (a wrong password counts), yet the answer is a failure. A thrown failure undoes everything. */
export interface Result<O> {
  output?: O
  refused?: Failure
  audit?: AuditNote[]
  /** Best effort after the commit: nothing may depend on it. */
  afterwards?: () => Promise<void>
}

/** A verb as the gate holds it: input and output are what the operation's schemas say. */
export interface Registered {
  operation: Operation
  /** The answer is a secret: it is stored nowhere, so a repeated call does it again. */
  secret: boolean
  prepare(input: unknown, arrival: Arrival, scene: Scene): Promise<unknown>
  /** `tx` is there for operations that change something. */
  run(input: unknown, arrival: Arrival, work: Work<unknown>): Promise<Result<unknown>>
}

interface Change<W, I, O, P> {
  secret?: true
  /** Slow or read-only work before the transaction: hashing, files, lists. May fail. */
  prepare?(input: I, who: W, scene: Scene): Promise<P>
  /** May run again when another transaction was faster: it changes nothing but through `work.tx`. */
  run(input: I, who: W, work: Work<P>): Promise<Result<O>>
}
type Read<W, I, O> = (input: I, who: W, scene: Scene) => Promise<O>
type AnyOperation = Operation

/** The gate lets nobody through to such a verb without an account. */
const signedIn = ({ caller }: Arrival): SignedIn => {
  if (!caller) throw new TypeError('a verb for accounts was run without one')
  return caller
}
const asArrived = (arrival: Arrival): Arrival => arrival

const reading = <W, Op extends AnyOperation>(operation: Op, who: (arrival: Arrival) => W, read: Read<W, InputOf<Op>, OutputOf<Op>>): Registered => ({
  operation,
  secret: false,
  prepare: () => Promise.resolve(null),
  run: async (input, arrival, scene) => ({ output: await read(input as InputOf<Op>, who(arrival), scene) }),
})

const changing = <W, Op extends AnyOperation, P>(operation: Op, who: (arrival: Arrival) => W, change: Change<W, InputOf<Op>, OutputOf<Op>, P>): Registered => ({
  operation,
  secret: change.secret ?? false,
  prepare: async (input, arrival, scene) => (change.prepare ? change.prepare(input as InputOf<Op>, who(arrival), scene) : null),
  run: (input, arrival, work) => change.run(input as InputOf<Op>, who(arrival), work as Work<P>),
})

/** A verb that only reads. */
export const reads = <Op extends AnyOperation>(operation: Op, read: Read<SignedIn, InputOf<Op>, OutputOf<Op>>): Registered => reading(operation, signedIn, read)

/** A verb that only reads, also for somebody without an account. */
export const readsForAnyone = <Op extends AnyOperation>(operation: Op, read: Read<Arrival, InputOf<Op>, OutputOf<Op>>): Registered => reading(operation, asArrived, read)

/** A verb that changes something: one call, one transaction. */
export const changes = <Op extends AnyOperation, P = null>(operation: Op, change: Change<SignedIn, InputOf<Op>, OutputOf<Op>, P>): Registered =>
  changing(operation, signedIn, change)

/** A verb that changes something, also for somebody without an account. */
export const changesForAnyone = <Op extends AnyOperation, P = null>(operation: Op, change: Change<Arrival, InputOf<Op>, OutputOf<Op>, P>): Registered =>
  changing(operation, asArrived, change)
