import type { Log } from './ports'

/** Numbers of phones and of identity cards, should a message of somebody else's ever hold one. */
const NUMBERS = /(?<![0-9A-Za-z])(?:1[3-9]\d{9}|\d{17}[\dXx])(?![0-9A-Za-z])/g
/** The database tells the values of a key that is taken: who has it is nobody's business. */
const TAKEN_KEY = /dup key: ?\{.*?\}/g

const impersonal = (text: string): string => text.replace(TAKEN_KEY, 'dup key').replace(NUMBERS, '***')

/**
 * One JSON line per event on the function's own log, with the name of the run that wrote it (''; there is none). What goes in must hold no personal data
 * and no secrets; numbers that only a person can have are struck out all the same.
 */
export function jsonLog(write: (line: string) => void, requestId: () => string = () => ''): Log {
  const line = (level: string, event: string, facts: Record<string, unknown>): void => {
    const run = requestId()
    write(impersonal(JSON.stringify({ level, event, ...(run !== '' && { requestId: run }), ...facts })))
  }
  return {
    info: (event, facts = {}) => line('info', event, facts),
    error: (event, facts = {}) => line('error', event, facts),
  }
}
