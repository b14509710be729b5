import type { Failure } from '../../domain/kernel/failure'
import { fail } from '../../domain/kernel/failure'
import type { RequestDoc } from '../documents'
import type { Secrets } from '../ports'

/** Hours for which a repeated call gets the first answer. */
const KEPT_MS = 24 * 3600 * 1000

export type Answer = { data: unknown } | { refused: Failure }

/** One call that may come again: whose it is, what it asks. */
export interface Request {
  id: string
  owner: string
  operation: string
  inputHash: string
}

interface Asked { owner: string; operation: string; requestId: string; input: unknown }

/** The input is kept as an HMAC: it may hold a password. */
export const requestOf = ({ owner, operation, requestId, input }: Asked, secrets: Secrets): Request => ({
  id: `${owner}:${requestId}`,
  owner,
  operation,
  inputHash: secrets.sign('session', `${operation}\n${JSON.stringify(input)}`),
})

/** The stored answer, `null` when there is none (any more). Failure: `request.reused`, for another question under the same id. */
export function answerIn(stored: RequestDoc | null, request: Request, now: Date): Answer | null {
  if (!stored || now.getTime() - stored.at.getTime() >= KEPT_MS) return null
  if (stored.operation !== request.operation || stored.inputHash !== request.inputHash) return fail('request.reused')
  return JSON.parse(stored.reply) as Answer
}

export const requestDoc = (request: Request, answer: Answer, at: Date): RequestDoc => ({
  _id: request.id, schema: 1, owner: request.owner, operation: request.operation, inputHash: request.inputHash, reply: JSON.stringify(answer), at,
})
