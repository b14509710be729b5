import { randomUUID } from 'node:crypto'
import { codedError } from '../cloud-error'
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
  /** Runs a call and keeps what became of it. */
  record(facts: Pick<CallRecord, 'name' | 'source' | 'openid' | 'at'>, call: (record: CallRecord) => Promise<string>): Promise<string>
  /** Newest first. */
  list(filter: { name?: string; limit: number }): CallRecord[]
  clear(): void
}

const KEPT_CALLS = 1000
const KEPT_LINES = 200
const KEPT_CHARACTERS = 8000

/** A function that prints without end must not fill the memory. */
export const keepLine = (record: CallRecord, { level, text }: LogLine): void => {
  if (record.lines.length < KEPT_LINES) record.lines.push({ level, text: text.slice(0, KEPT_CHARACTERS) })
}

/** The last thousand calls, in memory. */
export const createCallLog = (): CallLog => {
  let records: CallRecord[] = []
  const add = (record: CallRecord): void => {
    records.push(record)
    if (records.length > KEPT_CALLS * 2) records = records.slice(-KEPT_CALLS)
  }
  return {
    record: async (facts, call) => {
      const began = performance.now()
      const record: CallRecord = { ...facts, requestId: randomUUID(), durationMs: 0, cold: false, code: 'OK', lines: [] }
      try {
        return await call(record)
      } catch (thrown) {
        const { code, message } = codedError(thrown)
        Object.assign(record, { code, error: message })
        throw thrown
      } finally {
        record.durationMs = performance.now() - began
        add(record)
      }
    },
    list: ({ name, limit }) => records.filter((record) => !name || record.name === name).slice(-limit).reverse(),
    clear: () => { records = [] },
  }
}
