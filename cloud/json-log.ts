import type { Log } from './ports'

const line = (level: string, event: string, facts: Record<string, unknown>): string => JSON.stringify({ level, event, ...facts })

/** One JSON line per event on the function's own log. What goes in must hold no personal data and no secrets. */
export const jsonLog = (write: (line: string) => void): Log => ({
  info: (event, facts = {}) => write(line('info', event, facts)),
  error: (event, facts = {}) => write(line('error', event, facts)),
})
