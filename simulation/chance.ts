export interface Luck {
  /** 0 ≤ x < 1. */
  next(): number
  /** True in `share` of all cases. */
  happens(share: number): boolean
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  some<T>(list: readonly T[], share: number): T[]
}

/** Mulberry32: the same seed, the same life. */
export function luckOf(seed: number): Luck {
  let state = Math.imul(seed, 0x9e3779b1)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next, between,
    happens: (share) => next() < share,
    pick: <T>(list: readonly T[]) => list[between(0, list.length - 1)] as T,
    some: (list, share) => list.filter(() => next() < share),
  }
}
