import { isCivilDay, isCivilMonth, monthOf, type CivilMonth } from '../kernel/civil-day'
import { isSendTime, type SendTime } from '../kernel/send-time'
import { foldWidth, tidy } from '../kernel/text'
import { dayOfCell } from './day-cell'

const plain = (cell: string): string => tidy(foldWidth(cell)).replace(/\s+/g, '')

const MONTH = /^(\d{4})(?:[-./年](\d{1,2})月?|(\d{2}))$/

/** 出生年月 as hospitals write it: `1985-06`, `1985.6`, `1985年6月`, `198506`, or a whole day. null: it means none (S22). */
export function monthOfCell(cell: string): CivilMonth | null {
  const text = plain(cell)
  const [, year, month, packed] = MONTH.exec(text) ?? []
  if (year) {
    const written = `${year}-${(month ?? packed ?? '').padStart(2, '0')}`
    return isCivilMonth(written) ? written : null
  }
  const day = dayOfCell(text)
  return day !== null && isCivilDay(day) ? monthOf(day) : null
}

const TIME = /^(\d{1,2})[:点时](\d{1,2})?(?::(\d{1,2})|分)?$/
const SECONDS_OF_DAY = 86_400
const two = (value: number | string): string => String(value).padStart(2, '0')

/** 发送时间: `8:00`, `08:00:00`, `8点30分`, or Excel's own part of a day (0.3333). null: it means none (S28). */
export function timeOfCell(cell: string): SendTime | null {
  const text = plain(cell)
  if (/^0?\.\d+$/.test(text)) return ofPart(Number(text))
  const [whole, hour = '', minute = '0', second = '0'] = TIME.exec(text) ?? []
  const time = `${two(hour)}:${two(minute)}:${two(second)}`
  return whole !== undefined && isSendTime(time) ? time : null
}

function ofPart(part: number): SendTime | null {
  const seconds = Math.round(part * SECONDS_OF_DAY)
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return isSendTime(time) ? time : null
}

/** A whole number, with 天 behind it or without. null: it is none. */
export function wholeOfCell(cell: string): number | null {
  const text = plain(cell).replace(/天$/, '')
  return /^\d{1,9}(?:\.0+)?$/.test(text) ? Math.trunc(Number(text)) : null
}

/** Several in one cell: 、 , ; or blanks between them. */
export const partsOfCell = (cell: string): string[] => [...new Set(foldWidth(cell).split(/[、,;|\s]+/).filter((part) => part !== ''))]

const NOTHING: readonly string[] = ['', '无', '/', '-', '—', '--', '\\', 'n/a']
/** Filled in only to say that there is nothing. */
export const isBlankCell = (cell: string): boolean => NOTHING.includes(plain(cell).toLowerCase())

/** The row that a template shows how to fill in; left in the file it is not taken for one of the hospital's. */
export const isExampleRow = (cells: Readonly<Record<string, string>>): boolean => Object.values(cells).some((cell) => cell.startsWith('示例'))
