import { render } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'
import type { Call } from '../../../contract/call'
import { DataSource } from '../data-source'

export const NOW = '2026-11-23T01:42:00.000Z'
type Answers = Record<string, (input: never) => unknown>

/** Thrown by an answer: the functions refuse. */
export class Refusal extends Error {
  constructor(readonly code: string, readonly detail: Record<string, unknown> = {}) {
    super(code)
  }
}

const replyOf = (call: Call, answers: Answers): unknown => {
  const answer = answers[call.operation]
  if (!answer) throw new Error(`The test has no answer for ${call.operation}.`)
  try {
    return { ok: true, data: answer(call.input as never), now: NOW }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, code: thrown.code, detail: thrown.detail, now: NOW }
    throw thrown
  }
}

/** Answers for the faked `sendCall`, one per operation; the calls made are kept in `calls`. */
export const functionsThat = (answers: Answers) => {
  const calls: Call[] = []
  const send = async (call: Call): Promise<unknown> => {
    calls.push(call)
    return replyOf(call, answers)
  }
  return { send, calls, made: (operation: string) => calls.filter((call) => call.operation === operation) }
}

/** Shows a screen with an empty store of answers around it. */
export const show = (screen: ReactElement, around: (inner: ReactNode) => ReactElement = (inner) => <>{inner}</>) => render(<DataSource>{around(screen)}</DataSource>)
