import { setImmediate } from 'node:timers'
import type { DocumentFile } from './document-file'
import type { Files } from './lmdb-files'

/**
 * Puts all writes of one turn of the event loop into one LMDB transaction: they share one flush to disk, and each of them resolves
 * after it. A piece of work that throws keeps what it wrote before; the others go on.
 */
export interface WriteQueue {
  run<T>(work: () => T): Promise<T>
  /** Resolves when nothing waits to be written. */
  idle(): Promise<void>
}

interface Job { work: () => unknown; resolve: (value: unknown) => void; reject: (error: unknown) => void }

export const createWriteQueue = (files: Files, documents: DocumentFile): WriteQueue => {
  let jobs: Job[] = []
  let drained: Array<() => void> = []

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
    const batch = jobs
    jobs = []
    for (const tell of commit(batch)) tell()
    for (const tell of drained) tell()
    drained = []
  }

  const run = <T>(work: () => T): Promise<T> => new Promise<T>((resolve, reject) => {
    if (jobs.length === 0) setImmediate(drain)
    jobs.push({ work, resolve: resolve as (value: unknown) => void, reject })
  })

  const idle = (): Promise<void> => (jobs.length === 0 ? Promise.resolve() : new Promise((resolve) => drained.push(resolve)))

  return { run, idle }
}
