import { isStill, newCell, openCell, readCell, runAhead, standStill } from './cell'

/** The emulator's civil time. Everything that asks for the time asks here: the database's server date, timers, expiring links, functions. */
export interface Clock {
  /** Shared with the function instances. */
  readonly buffer: SharedArrayBuffer
  now(): Date
  isFrozen(): boolean
  /** Time stands still at `at`. */
  freeze(at: Date): void
  /** Time runs at its real pace from `from` on, or from where it stands. */
  run(from?: Date): void
  /** Called after every change of `freeze` or `run`. */
  onChange(listener: () => void): void
}

export const createClock = (frozenAt?: Date): Clock => {
  const buffer = newCell()
  const cell = openCell(buffer)
  const listeners: Array<() => void> = []
  const changed = (): void => { for (const listener of listeners) listener() }
  if (frozenAt) standStill(cell, frozenAt.getTime())
  const now = (): Date => new Date(readCell(cell, Date.now()))
  return {
    buffer,
    now,
    isFrozen: () => isStill(cell),
    freeze: (at) => {
      standStill(cell, at.getTime())
      changed()
    },
    run: (from = now()) => {
      runAhead(cell, from.getTime() - Date.now())
      changed()
    },
    onChange: (listener) => { listeners.push(listener) },
  }
}
