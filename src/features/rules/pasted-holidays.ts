import { isCivilDay } from '../../../domain/kernel/civil-day'
import type { HolidayRow } from './rules-form'

export interface Pasted {
  holidays: HolidayRow[]
  /** Lines that could not be read, as they were, with their number from 1. */
  unread: Array<{ line: number; text: string }>
}

const DAY = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/g
/** 「至3日」「至1月3日」 after a whole day: the year, or year and month, are those of the first. */
const SHORT_END = /(?:至|到|~|～|—|–|-)\s*(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日/

const pad = (figure: string): string => figure.padStart(2, '0')
const dayFrom = ([, year = '', month = '', day = '']: RegExpMatchArray): string => `${year}-${pad(month)}-${pad(day)}`

function endOf(line: string, first: RegExpMatchArray, second: RegExpMatchArray | undefined): string {
  if (second !== undefined) return dayFrom(second)
  const [, year = '', month = ''] = first
  const short = SHORT_END.exec(line.slice((first.index ?? 0) + first[0].length))
  return short === null ? dayFrom(first) : `${year}-${pad(short[1] ?? month)}-${pad(short[2] ?? '')}`
}

/** What stands beside the days: 「元旦」 of 「元旦：2027年1月1日至3日放假，共3天」. */
const nameIn = (line: string): string =>
  line.replace(DAY, ' ').replace(SHORT_END, ' ').replace(/放假.*$/, '').replace(/[（(][^）)]*[）)]/g, ' ').replace(/[\s,，、;；:：。~～—–至到-]+/g, ' ').replace(/^\s*[一二三四五六七八九十\d]+\s+/, '').trim()

function read(line: string): HolidayRow | null {
  const [first, second] = [...line.matchAll(DAY)]
  if (first === undefined) return null
  const [from, to] = [dayFrom(first), endOf(line, first, second)]
  return isCivilDay(from) && isCivilDay(to) && from <= to ? { name: nameIn(line) || '节假日', from, to } : null
}

/** Holidays out of pasted lines, one per line, in the forms in which notices and tables write them. */
export function pastedHolidays(text: string): Pasted {
  const lines = text.split('\n').map((line, at) => ({ line: at + 1, text: line.trim() })).filter((each) => each.text !== '')
  const found = lines.map((each) => ({ ...each, holiday: read(each.text) }))
  return {
    holidays: found.flatMap(({ holiday }) => (holiday === null ? [] : [holiday])),
    unread: found.filter(({ holiday }) => holiday === null).map(({ line, text: words }) => ({ line, text: words })),
  }
}

/** Those that are new, in the order of their days. */
export function withHolidays(before: readonly HolidayRow[], more: readonly HolidayRow[]): HolidayRow[] {
  const fresh = more.filter((each) => !before.some(({ from, to }) => from === each.from && to === each.to))
  return [...before, ...fresh].sort((a, b) => ((a.from ?? '9999') < (b.from ?? '9999') ? -1 : 1))
}
