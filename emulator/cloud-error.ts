/**
 * A refusal in the cloud's own words: the string code is what the SDKs hand to their callers.
 * Codes: https://docs.cloudbase.net/error-code/basic
 */
export class CloudError extends Error {
  constructor(readonly code: string, message: string) {
    super(message)
    this.name = 'CloudError'
  }
}

export interface CodedError { code: string; message: string }

/** Code and message of whatever was thrown; what carries no code is a fault of the emulator itself (`SYS_ERR`). */
export const codedError = (thrown: unknown): CodedError => {
  const { code, message } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as { code?: unknown; message?: unknown }
  const isRefusal = typeof code === 'string' && !code.startsWith('ERR_')
  return { code: isRefusal ? code : 'SYS_ERR', message: typeof message === 'string' ? message : String(thrown) }
}
