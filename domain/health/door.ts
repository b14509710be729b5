/** Doors that only a timer opens. */
export const TIMER_DOORS = ['remind', 'sweep', 'digest'] as const
export type TimerDoor = (typeof TIMER_DOORS)[number]

/**
 * Minutes of silence that nothing explains any more (B18): `remind` comes every minute, `sweep` three times a night, `digest` every hour of the
 * day from half past eight in the morning to half past eight in the evening.
 */
export const SILENT_MINUTES: Readonly<Record<TimerDoor, number>> = { remind: 15, sweep: 25 * 60, digest: 13 * 60 }

/** One that never came is told of `remind` alone: the others first come a day after the product was set up. */
export function isSilent(door: TimerDoor, lastAt: Date | null, now: Date): boolean {
  if (lastAt === null) return door === 'remind'
  return now.getTime() - lastAt.getTime() >= SILENT_MINUTES[door] * 60_000
}
