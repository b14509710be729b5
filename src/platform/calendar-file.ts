import type { CalendarEntry } from '../../domain/certificate/calendar-entry'

const instant = (at: Date): string => `${at.toISOString().replace(/[-:]|\.\d+/g, '')}`
/** RFC 5545 §3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** RFC 5545 §3.1: lines of at most 75 bytes; what is longer goes on after a line feed and a blank. A Chinese sign is three bytes. */
const folded = (line: string): string => (line.match(/.{1,24}/gsu) ?? []).join('\r\n ')

/** One event with an alarm at its time (RFC 5545). */
export function calendarFile({ title, note, start, end }: CalendarEntry, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//operator-certificates//CN', 'BEGIN:VEVENT', `UID:${instant(start)}-${encodeURIComponent(title).slice(0, 80)}`,
    `DTSTAMP:${instant(now)}`, `DTSTART:${instant(start)}`, `DTEND:${instant(end)}`, `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(note)}`,
    'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:PT0S', `DESCRIPTION:${escaped(title)}`, 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
