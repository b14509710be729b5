const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

/** `2024-08-01 09:30:00` in Beijing. */
export const beijing = (instant: string | Date): string => format.format(new Date(instant))

/** The instant that a `datetime-local` field of Beijing time means. */
export const fromBeijing = (local: string): Date => new Date(`${local.length === 16 ? `${local}:00` : local}+08:00`)

/** Text for a `datetime-local` field. */
export const toBeijing = (instant: Date): string => beijing(instant).replace(' ', 'T')
