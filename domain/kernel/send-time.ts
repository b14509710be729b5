import * as v from 'valibot'

/** A time of day in the hospital's zone, to the second: `08:00:00` (S28). Ordered by `<`. */
export type SendTime = string

const SHAPE = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

export const isSendTime = (text: string): boolean => SHAPE.test(text)

/** Refuses 25:00:00 and 8:00 with `send-time.invalid`. */
export const sendTimeSchema = v.pipe(v.string(), v.check(isSendTime, 'send-time.invalid'))

/** What a picker or a person gives: `HH:mm` becomes `HH:mm:00`; `null` when it is no time of day. */
export function parseSendTime(text: string): SendTime | null {
  const trimmed = text.trim()
  const whole = /^\d{2}:\d{2}$/.test(trimmed) ? `${trimmed}:00` : trimmed
  return isSendTime(whole) ? whole : null
}

/** As lists show it: `08:00`, and `08:00:30` only when the seconds say something. */
export function shortSendTime(time: SendTime): string {
  return time.endsWith(':00') ? time.slice(0, 5) : time
}
