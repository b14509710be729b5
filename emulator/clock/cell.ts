/**
 * One 64-bit cell shared by the emulator and every function instance: the lowest bit says whether time stands still, the rest is either
 * the instant it stands at or the distance from real time. One cell, so that nobody ever reads half a change.
 */
export type Cell = BigInt64Array

export const newCell = (): SharedArrayBuffer => new SharedArrayBuffer(8)
export const openCell = (buffer: SharedArrayBuffer): Cell => new BigInt64Array(buffer)

/** @param at milliseconds since the epoch at which time stands still */
export const standStill = (cell: Cell, at: number): void => { Atomics.store(cell, 0, BigInt(Math.trunc(at)) * 2n + 1n) }

/** @param distance milliseconds that emulated time is ahead of real time */
export const runAhead = (cell: Cell, distance: number): void => { Atomics.store(cell, 0, BigInt(Math.trunc(distance)) * 2n) }

export const isStill = (cell: Cell): boolean => (Atomics.load(cell, 0) & 1n) === 1n

/** Emulated milliseconds since the epoch, given the real ones. */
export const readCell = (cell: Cell, real: number): number => {
  const raw = Atomics.load(cell, 0)
  const value = Number(raw >> 1n)
  return (raw & 1n) === 1n ? value : real + value
}
