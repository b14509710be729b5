/** Signs of one call as JSON: what the web may send as a body, the mini-program may send as an event. The largest form is a tenth of it. */
export const MOST_BODY = 100_000
/** No input of the contract is nested deeper than eight. */
const MOST_DEPTH = 32

interface Left { signs: number }

const QUOTES = 2

function fits(value: unknown, left: Left, depth: number): boolean {
  left.signs -= typeof value === 'string' ? value.length + QUOTES : 1
  if (left.signs < 0 || depth > MOST_DEPTH) return false
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => {
    left.signs -= Array.isArray(value) ? 0 : key.length + QUOTES
    return fits(inner, left, depth + 1)
  })
}

/** Looked at before anything parses it: a call of any size or depth costs no more than the largest that is taken. */
export const isOversized = (event: unknown): boolean => !fits(event, { signs: MOST_BODY }, 0)
