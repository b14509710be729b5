const PATTERN = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** ISO 8601 duration of days, hours, minutes and seconds in milliseconds; `undefined` for anything else, nothing and zero. */
export const readSpan = (text: string): number | undefined => {
  const found = PATTERN.exec(text)
  if (!found) return undefined
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0))
  const ms = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  return ms > 0 ? ms : undefined
}

const BEIJING_MS = 8 * 3_600_000

/** The first instant of the span after the one that `at` lies in; spans are counted from midnight in Beijing. */
export const endOfSpan = (at: Date, spanMs: number): Date => {
  const local = at.getTime() + BEIJING_MS
  return new Date((Math.floor(local / spanMs) + 1) * spanMs - BEIJING_MS)
}
