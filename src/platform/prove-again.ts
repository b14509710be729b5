import { signal } from './signal'

/** Called with true when the user has proved himself, with false when he would rather not. */
export type Proving = (proven: boolean) => void

/** What waits until the user has proved himself anew; null: nothing does. */
export const proving = signal<Proving | null>(null)

let asked: Promise<boolean> | null = null

/** Asks him once, however many calls wait for it; the calls go on by themselves, so that nothing he typed is lost. */
export const proveAgain = (): Promise<boolean> => {
  asked = asked ?? new Promise<boolean>((resolve) => proving.set(resolve)).finally(() => {
    asked = null
    proving.set(null)
  })
  return asked
}
