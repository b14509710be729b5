import type { CalendarEntry } from '../../domain/certificate/calendar-entry'
import { calendarFile } from './calendar-file'
import { saveFile } from './save-file'

/** As a file that every calendar opens. */
export const addToCalendar = async (entry: CalendarEntry): Promise<void> => {
  const url = URL.createObjectURL(new Blob([calendarFile(entry, new Date())], { type: 'text/calendar' }))
  await saveFile({ name: `${entry.title}.ics`, url })
  URL.revokeObjectURL(url)
}
