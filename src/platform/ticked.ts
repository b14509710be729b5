import { signal } from './signal'
import { useSignal } from './use-signal'

/** Certificates that are ticked for one change of many (B20), in the order of ticking: lists and the page of the change share them. */
export const ticked = signal<readonly string[]>([])

export const useTicked = (): readonly string[] => useSignal(ticked)

/** Ticks it, or takes the tick back. */
export const toggleTicked = (id: string): void => {
  const before = ticked.get()
  ticked.set(before.includes(id) ? before.filter((each) => each !== id) : [...before, id])
}

/** Ticks them all, or takes all their ticks back when every one has its tick already. What is ticked on other pages stays. */
export const toggleAll = (ids: readonly string[]): void => {
  const before = ticked.get()
  const every = ids.every((id) => before.includes(id))
  ticked.set(every ? before.filter((id) => !ids.includes(id)) : [...new Set([...before, ...ids])])
}

export const clearTicked = (): void => ticked.set([])
