import * as v from 'valibot'
import type { Action } from '../domain/account/permissions'

type AnySchema = v.GenericSchema

/**
 * Who may call: an action of the permission matrix; `signed-in` for any bound account, `identified` for a WeChat user or
 * visitor of the web edition who is not bound yet (bind, log in).
 */
export type Admission = Action | 'signed-in' | 'identified'

/** One thing the app can ask of the functions. Its name is `<noun>.<verb>`; both schemas are strict and parsed on both sides. */
export interface Operation<I extends AnySchema = AnySchema, O extends AnySchema = AnySchema> {
  readonly name: string
  readonly input: I
  readonly output: O
  readonly may: Admission
  /** true: it changes something, so the caller sends a request id and a repeated call gets the first answer. */
  readonly changes: boolean
  /** true: who asks it on the web must have proved himself within five minutes (`account.prove-again`). */
  readonly fresh: boolean
  /** true: what it tells is the caller's own, or asked for whole and put on record: nothing is masked. */
  readonly own: boolean
  /** How often one account may ask it in an hour; absent: as often as it likes. Failure beyond: limit.reached {until}. */
  readonly hourly?: number
}

export type InputOf<Op> = Op extends Operation<infer I, AnySchema> ? v.InferOutput<I> : never
export type OutputOf<Op> = Op extends Operation<AnySchema, infer O> ? v.InferOutput<O> : never

interface Shape<I extends AnySchema, O extends AnySchema> { input: I; output: O; may: Admission; fresh?: true; own?: true; hourly?: number }

/** Declares an operation that only reads. */
export const query = <I extends AnySchema, O extends AnySchema>(name: string, shape: Shape<I, O>): Operation<I, O> => ({ name, changes: false, fresh: false, own: false, ...shape })

/** Declares an operation that changes something. */
export const command = <I extends AnySchema, O extends AnySchema>(name: string, shape: Shape<I, O>): Operation<I, O> => ({ name, changes: true, fresh: false, own: false, ...shape })
