import { addDays, isCivilDay, type CivilDay } from '../kernel/civil-day'
import { foldWidth, tidy } from '../kernel/text'

const WRITTEN = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/
const PLAIN = /^(\d{4})(\d{2})(\d{2})$/
/** Excel counts days from here, because it believes in 1900-02-29. */
const SERIAL_ZERO: CivilDay = '1899-12-30'
const SERIAL = /^(\d{5})(?:\.\d+)?$/

/**
 * The day that a cell means: `2025-01-31`, `2025/1/31`, `2025.1.31`, `2025年1月31日`, `20250131`, in full-width digits too, a time of day behind it, or
 * Excel's own number (45688). null: it means none (B23).
 */
export function dayOfCell(cell: string): CivilDay | null {
  const text = tidy(foldWidth(cell)).replace(/(?<=[-./年月])\s+|\s+(?=[-./年月日])/g, '')
  const [, year, month, day] = WRITTEN.exec(text) ?? PLAIN.exec(text) ?? []
  if (year && month && day) return real(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  const serial = SERIAL.exec(text)
  return serial ? real(addDays(SERIAL_ZERO, Number(serial[1]))) : null
}

const real = (day: string): CivilDay | null => (isCivilDay(day) ? day : null)
