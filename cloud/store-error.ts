export type StoreTrouble = 'duplicate' | 'conflict' | 'unavailable'

/**
 * What a DocumentStore throws: `duplicate` a unique key is taken, `conflict` another transaction was faster and retrying did not help,
 * `unavailable` everything else the database said.
 */
export class StoreError extends Error {
  readonly trouble: StoreTrouble

  constructor(trouble: StoreTrouble, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreError'
    this.trouble = trouble
  }
}

/** Recognises by shape, because a bundle may hold a second copy of the class. */
export const isStoreError = (thrown: unknown, trouble?: StoreTrouble): thrown is StoreError =>
  thrown instanceof Error && thrown.name === 'StoreError' && (trouble === undefined || (thrown as StoreError).trouble === trouble)
