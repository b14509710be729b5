import * as v from 'valibot'
import { replySchema, type Reply } from '../../contract/call'
import type { Operation, OutputOf } from '../../contract/operation'
import { CallFailure } from './call-failure'
import { sendCall } from './cloud'
import { proveAgain } from './prove-again'
import { learnServerTime } from './server-clock'
import { session, sessionEnded } from './session'

const readReply = (answer: unknown): Reply => {
  const reply = v.safeParse(replySchema, answer)
  if (!reply.success) throw new CallFailure('unexpected')
  return reply.output
}

const arrive = async (operation: string, input: unknown, requestId: string | undefined): Promise<unknown> => {
  try {
    return await sendCall({ operation, input, ...(requestId === undefined ? {} : { requestId }) })
  } catch {
    throw new CallFailure('network.offline')
  }
}

/**
 * Asks the functions for one thing and reads the answer with the contract.
 * What asks a fresh proof waits for it and goes on by itself.
 * Throws `CallFailure`: `network.offline` when no answer came, `unexpected` when it cannot be read, otherwise the functions' code.
 */
export const call = async <Op extends Operation>(operation: Op, input: v.InferInput<Op['input']>, requestId?: string): Promise<OutputOf<Op>> => {
  const token = session.token()
  const reply = readReply(await arrive(operation.name, input, requestId))
  learnServerTime(reply.now)
  if (!reply.ok) {
    if (reply.code === 'account.signed-out') sessionEnded(token)
    if (reply.code === 'account.prove-again' && await proveAgain()) return call(operation, input, requestId)
    throw new CallFailure(reply.code, reply.detail)
  }
  const output = v.safeParse(operation.output, reply.data)
  if (!output.success) throw new CallFailure('unexpected')
  return output.output as OutputOf<Op>
}
