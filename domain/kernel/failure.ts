/** What a failure tells beside its code. `fields` names the code of each field that is wrong. */
export interface FailureDetail {
  fields?: Record<string, string>
  [key: string]: unknown
}

/**
 * An expected refusal. `code` is dotted and stands beside its noun (`certificate.changed-meanwhile`);
 * the app owns the Chinese sentence.
 */
export interface Failure {
  code: string
  detail: FailureDetail
}

export class FailureError extends Error implements Failure {
  readonly code: string
  readonly detail: FailureDetail

  constructor(code: string, detail: FailureDetail = {}) {
    super(code)
    this.name = 'FailureError'
    this.code = code
    this.detail = detail
  }
}

/** Ends the story with an expected refusal; only the gate catches it. */
export function fail(code: string, detail: FailureDetail = {}): never {
  throw new FailureError(code, detail)
}

/** Recognises by shape, because a bundle may hold a second copy of the class. */
export function isFailure(thrown: unknown): thrown is FailureError {
  if (!(thrown instanceof Error)) return false
  const candidate = thrown as Error & Partial<Failure>
  return candidate.name === 'FailureError' && typeof candidate.code === 'string' && typeof candidate.detail === 'object'
}

/** Fails with `code` and the field codes when there is at least one. */
export function failOnFields(code: string, fields: Record<string, string>): void {
  if (Object.keys(fields).length > 0) fail(code, { fields })
}
