/** 唯一码: a running number of the institution, shown with six digits (S16). Stored with its zeros so that lists sort by it. */
export type UniqueCode = string

export const LAST_UNIQUE_NUMBER = 999_999

/** 55 → `000055`. `null` outside 1…999999: the institution has used its numbers up. */
export const uniqueCode = (running: number): UniqueCode | null =>
  Number.isInteger(running) && running >= 1 && running <= LAST_UNIQUE_NUMBER ? String(running).padStart(6, '0') : null

export const isUniqueCode = (text: string): boolean => /^\d{6}$/.test(text) && text !== '000000'
