import { isCivilDay, isCivilMonth } from '../../domain/kernel/civil-day'
import { isSendTime } from '../../domain/kernel/send-time'

/** Figures of any width and separator: 2026-1-5, 2026/01/05, 2026.1.5, 2026年1月5日, 20260105. */
const figures = (typed: string): string[] => typed.normalize('NFKC').split(/\D+/).filter((part) => part !== '')
const two = (part: string | undefined): string => (part ?? '').padStart(2, '0')
const cut = (part: string, ...lengths: number[]): string[] => lengths.map((length, index) => part.slice(lengths.slice(0, index).reduce((sum, one) => sum + one, 0)).slice(0, length))

/** What somebody typed as a day, in its one form; `null` while it is none. */
export const readDay = (typed: string): string | null => {
  const parts = figures(typed)
  const [year, month, day] = parts.length === 1 && parts[0]?.length === 8 ? cut(parts[0], 4, 2, 2) : parts
  const read = `${year ?? ''}-${two(month)}-${two(day)}`
  return isCivilDay(read) ? read : null
}

/** The same for a month. */
export const readMonth = (typed: string): string | null => {
  const parts = figures(typed)
  const [year, month] = parts.length === 1 && parts[0]?.length === 6 ? cut(parts[0], 4, 2) : parts
  const read = `${year ?? ''}-${two(month)}`
  return isCivilMonth(read) ? read : null
}

/** 8:00, 0800, 08:00:00 as HH:mm:ss; what is no time stays as it was typed, for its owner to judge. */
export const readTime = (typed: string): string => {
  const parts = figures(typed)
  const [hour, minute, second] = parts.length === 1 && (parts[0]?.length === 4 || parts[0]?.length === 6) ? cut(parts[0], 2, 2, 2) : parts
  const read = `${two(hour)}:${two(minute)}:${two(second)}`
  return minute !== undefined && isSendTime(read) ? read : typed
}
