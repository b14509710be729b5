import { after, directed, type Bytes } from './value-order'

/** Keys from `start` on, before `end`; the first `shared` bytes are the same in all of them. */
export interface KeyRange { start: Bytes; end: Bytes; shared: number }

/** One end of an interval of values. */
export interface Bound { bytes: Bytes; inclusive: boolean }

/** Values between two bounds, both within one bracket of types. */
export interface Interval { low: Bound; high: Bound }

export const wholePrefix = (prefix: Bytes): KeyRange => ({ start: prefix, end: prefix === '' ? '\xff\xff' : after(prefix), shared: prefix.length })

/** The keys that go on from `prefix` with a value of the interval, in a field of that direction. */
export const intervalRange = (prefix: Bytes, interval: Interval, direction: 1 | -1): KeyRange => {
  const [first, last] = direction === 1 ? [interval.low, interval.high] : [interval.high, interval.low]
  const firstBytes = prefix + directed(first.bytes, direction)
  const lastBytes = prefix + directed(last.bytes, direction)
  return {
    start: first.inclusive ? firstBytes : after(firstBytes),
    end: last.inclusive ? after(lastBytes) : lastBytes,
    shared: prefix.length,
  }
}

const firstOf = (low: Bound): Bytes => (low.inclusive ? low.bytes : after(low.bytes))

const endOf = (high: Bound): Bytes => (high.inclusive ? after(high.bytes) : high.bytes)

const higher = (a: Bound, b: Bound): Bound => (firstOf(a) < firstOf(b) ? b : a)

const lower = (a: Bound, b: Bound): Bound => (endOf(a) > endOf(b) ? b : a)

/** What lies in both intervals; its low end may lie above its high end, then nothing does. */
export const overlap = (a: Interval, b: Interval): Interval => ({ low: higher(a.low, b.low), high: lower(a.high, b.high) })

export const isEmpty = (range: KeyRange): boolean => range.start >= range.end
