import { setImmediate } from 'node:timers'
import type { DocumentFile } from './document-file'
import type { Files } from './lmdb-files'

/**
 * Puts the writes of one turn of the event loop into one LMDB transaction: they share one flush to disk, and each of them resolves
 * after it. A piece of work that throws keeps what it wrote before; the others go on.
 */
export interface WriteQueue {
  run<T>(work: () => T): Promise<T>
  /** Resolves when nothing waits to be written, work that goes on in several steps included. */
  idle(): Promise<void>
}

/** How many pieces of work share a transaction, for the reason that `FULL` in `writer.ts` has. */
const MOST_JOBS = 250

interface Job { work: () => unknown; resolve: (value: unknown) => void; reject: (error: unknown) => void }

export const createWriteQueue = (files: Files, documents: DocumentFile): WriteQueue => {
  let jobs: Job[] = []

  const settle = (job: Job): (() => void) => {
    try {
      const value = job.work()
      return () => job.resolve(value)
    } catch (error) {
      return () => job.reject(error)
    }
  }

  const commit = (batch: readonly Job[]): Array<() => void> => {
    try {
      return files.root.transactionSync(() => {
        const settled = batch.map(settle)
        documents.saveSizes()
        return settled
      })
    } catch (error) {
      documents.forgetSizes()
      return batch.map((job) => () => job.reject(error))
    }
  }

  const drain = (): void => {
    const batch = jobs.slice(0, MOST_JOBS)
    jobs = jobs.slice(MOST_JOBS)
    if (jobs.length > 0) setImmediate(drain)
    for (const tell of commit(batch)) tell()
  }

  const run = <T>(work: () => T): Promise<T> => new Promise<T>((resolve, reject) => {
    if (jobs.length === 0) setImmediate(drain)
    jobs.push({ work, resolve: resolve as (value: unknown) => void, reject })
  })

  const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

  const idle = async (): Promise<void> => {
    do await turn()
    while (jobs.length > 0)
  }

  return { run, idle }
}
