/** The judge's own calendar, so that a mistake in the product's does not excuse itself. Shanghai is UTC+8 all year. */
const ZONE = 8 * 3600_000
const DAY = 24 * 3600_000

export const localDay = (instant: Date): string => new Date(instant.getTime() + ZONE).toISOString().slice(0, 10)
export const localTime = (instant: Date): string => new Date(instant.getTime() + ZONE).toISOString().slice(11, 19)
export const localInstant = (day: string, time: string): Date => new Date(new Date(`${day}T${time}.000Z`).getTime() - ZONE)
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
export const minutesAfter = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * 60_000)
export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)
export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay())
