import type * as v from 'valibot'
import type { Call } from '../../contract/call'
import type { Operation, OutputOf } from '../../contract/operation'

type Answer = (input: unknown) => unknown

const answers = new Map<string, Answer>()
/** Every call that went out, oldest first. */
export const sent: Call[] = []

/** The instant of the functions' clock: 2026-11-23 09:00 in the hospital. */
export const NOW = '2026-11-23T01:00:00.000Z'

/** What the functions answer to one operation from now on; throw `Refusal` for a failure, anything else for a dead network. */
export const answer = <Op extends Operation>(operation: Op, give: (input: v.InferOutput<Op['input']>) => OutputOf<Op>): void =>
  void answers.set(operation.name, give as Answer)

export class Refusal extends Error {
  constructor(readonly code: string, readonly detail: Record<string, unknown> = {}) {
    super(code)
  }
}

export const forgetCalls = (): void => {
  answers.clear()
  sent.length = 0
}

/** Inputs of the calls of one operation, oldest first. */
export const asked = <Op extends Operation>(operation: Op): v.InferInput<Op['input']>[] =>
  sent.filter((call) => call.operation === operation.name).map((call) => call.input as v.InferInput<Op['input']>)

/** Stands in for src/platform/cloud. */
export const sendCall = async (call: Call): Promise<unknown> => {
  sent.push(call)
  const give = answers.get(call.operation)
  if (give === undefined) return { ok: false, code: 'unexpected', detail: {}, now: NOW }
  try {
    return { ok: true, data: give(call.input), now: NOW }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { ok: false, code: thrown.code, detail: thrown.detail, now: NOW }
  }
}
