import { StoreError, type StoreTrouble } from '../store-error'

interface SdkError { code?: unknown; message?: unknown; errMsg?: unknown }

/** Codes and, from older database servers, texts by which CloudBase says what went wrong. */
function troubleOf({ code, message }: { code: string; message: string }): StoreTrouble {
  if (code === 'DATABASE_DUPLICATE_WRITE' || message.includes('E11000')) return 'duplicate'
  if (code === 'DATABASE_TRANSACTION_CONFLICT') return 'conflict'
  return 'unavailable'
}

export function asStoreError(thrown: unknown): StoreError {
  if (thrown instanceof StoreError) return thrown
  const { code, message } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as SdkError
  const facts = { code: String(code ?? ''), message: String(message ?? thrown) }
  return new StoreError(troubleOf(facts), `${facts.code} ${facts.message}`.trim(), thrown)
}

/** Runs one call to the database; whatever it throws comes out as a StoreError. */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (thrown) {
    throw asStoreError(thrown)
  }
}
