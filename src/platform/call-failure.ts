import { failureWords, type Detail } from './failure-words'

/** A call that did not succeed. `message` is the general sentence for the user; a feature may word `code` better. */
export class CallFailure extends Error {
  constructor(readonly code: string, readonly detail: Detail = {}) {
    super(failureWords(code, detail))
    this.name = 'CallFailure'
  }
}

/** What was thrown, as a failure: anything that is none yet is unexpected. */
export const asFailure = (thrown: unknown): CallFailure => (thrown instanceof CallFailure ? thrown : new CallFailure('unexpected'))
