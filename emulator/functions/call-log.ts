import type { LogLine } from './worker-protocol'

/** One call as the console shows it. */
export interface CallRecord {
  requestId: string
  name: string
  source: string
  openid?: string
  /** Emulated instant, ISO. */
  at: string
  /** Real time the call took. */
  durationMs: number
  cold: boolean
  code: string
  error?: string
  lines: LogLine[]
}

export interface CallLog {
  add(record: CallRecord): void
  /** Newest first. */
  list(filter: { name?: string; limit: number }): CallRecord[]
  clear(): void
}

const KEPT_CALLS = 1000
const KEPT_LINES = 200

/** The last thousand calls, in memory. */
export const createCallLog = (): CallLog => {
  let records: CallRecord[] = []
  return {
    add: (record) => {
      records.push({ ...record, lines: record.lines.slice(0, KEPT_LINES) })
      if (records.length > KEPT_CALLS * 2) records = records.slice(-KEPT_CALLS)
    },
    list: ({ name, limit }) => records.filter((record) => !name || record.name === name).slice(-limit).reverse(),
    clear: () => { records = [] },
  }
}
