import { dayOf, type CivilDay } from '../../domain/kernel/civil-day'
import { signal } from './signal'
import { useSignal } from './use-signal'

/** Milliseconds that the server's clock is ahead of this device's. */
let ahead = 0
const today = signal<CivilDay>(dayOf(new Date()))

/** The server's clock, as far as the last answer told; this device's own before the first. */
export const serverNow = (): Date => new Date(Date.now() + ahead)

/** Takes the server's clock from an answer (ISO, UTC). */
export const learnServerTime = (now: string): void => {
  const instant = Date.parse(now)
  if (Number.isNaN(instant)) return
  ahead = instant - Date.now()
  today.set(dayOf(serverNow()))
}

/** Today in the hospital's zone by the server's clock. */
export const useToday = (): CivilDay => useSignal(today)
