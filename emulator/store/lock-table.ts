import { clearTimeout, setTimeout } from 'node:timers'

/** Who holds which document or unique key. A lock is held until its transaction ends. */
export interface Locks {
  holder(key: string): string | undefined
  /** False when another one holds it. */
  take(key: string, owner: string): boolean
  /** Gives up all locks of an owner and wakes who waits for them. */
  release(owner: string): void
  /** Resolves to true when the lock is free, to false after `milliseconds`. */
  free(key: string, milliseconds: number): Promise<boolean>
}

export const createLocks = (): Locks => {
  const holders = new Map<string, string>()
  const held = new Map<string, Set<string>>()
  const waiting = new Map<string, Set<() => void>>()

  const take = (key: string, owner: string): boolean => {
    const holder = holders.get(key)
    if (holder !== undefined) return holder === owner
    holders.set(key, owner)
    const keys = held.get(owner) ?? new Set()
    held.set(owner, keys.add(key))
    return true
  }

  const release = (owner: string): void => {
    for (const key of held.get(owner) ?? []) {
      holders.delete(key)
      waiting.get(key)?.forEach((wake) => wake())
      waiting.delete(key)
    }
    held.delete(owner)
  }

  const free = (key: string, milliseconds: number): Promise<boolean> => {
    if (!holders.has(key)) return Promise.resolve(true)
    return new Promise((resolve) => {
      const wakers = waiting.get(key) ?? new Set()
      const wake = (): void => {
        clearTimeout(timer)
        resolve(true)
      }
      const timer = setTimeout(() => {
        wakers.delete(wake)
        resolve(false)
      }, milliseconds)
      waiting.set(key, wakers.add(wake))
    })
  }

  return { holder: (key) => holders.get(key), take, release, free }
}
