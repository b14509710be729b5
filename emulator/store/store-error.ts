import { applies } from '../rules/rules'

/** CloudBase's string codes, as its server puts them beside a message. */
export type StoreErrorCode =
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'INVALID_PARAM'
  | 'DATA_FOLDER_REFUSED'

/** What the store throws for a request it refuses. Anything else that it throws is a fault of the store. */
export class StoreError extends Error {
  constructor(readonly code: StoreErrorCode, message: string) {
    super(message)
    this.name = 'StoreError'
  }
}

export const requestFailed = (message: string): StoreError => new StoreError('DATABASE_REQUEST_FAILED', message)

export const invalidParam = (message: string): StoreError => new StoreError('INVALID_PARAM', message)

/** MongoDB's WriteConflict: the transaction that meets it is over. */
export const writeConflict = (): StoreError =>
  new StoreError(applies('transaction.conflict-code') ? 'DATABASE_TRANSACTION_CONFLICT' : 'DATABASE_REQUEST_FAILED', 'WriteConflict error: this operation conflicted with another operation. Please retry your operation or multi-document transaction.')

/** MongoDB's duplicate key error, in its own words: callers recognise it by `E11000`. */
export const duplicateKey = (collection: string, index: string, key: string): StoreError =>
  requestFailed(`E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`)

/** Gives an error of mingo or of a regular expression the code that the wire knows. */
export const asStoreError = (error: unknown): unknown => {
  if (error instanceof StoreError) return error
  const message = error instanceof Error ? error.message : String(error)
  return requestFailed(message)
}

/** Runs `work`; what the query library throws comes out as a refused request. */
export const refusing = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw asStoreError(error)
  }
}
