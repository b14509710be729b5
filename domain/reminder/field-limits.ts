import { clip, foldWidth, lengthOf, shorten, stripControls } from '../kernel/text'

/** The typed fields of WeChat's templates that we fill (platform facts §1.4). A value outside its type is refused with 47003. */
export const FIELD_TYPES = [
  'thing', 'number', 'letter', 'symbol', 'character_string', 'time', 'date', 'amount', 'phone_number', 'car_number', 'name', 'phrase',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

interface Limit {
  fits(value: string): boolean
  fit(text: string): string
}

const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Variation_Selector}|\u20e3/gu
const TIME = /^(\d{4}年\d{1,2}月\d{1,2}日 )?([01]\d|2[0-3]):[0-5]\d$/
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日( ([01]\d|2[0-3]):[0-5]\d)?$/

/** One line without pictures and doubled blanks: what every free-text field wants. */
export const plainLine = (text: string): string => stripControls(text).replace(PICTURES, '').replace(/\s+/g, ' ').trim()

const isPlain = (value: string): boolean => value !== '' && plainLine(value) === value
const orElse = (text: string, fallback: string): string => (text === '' ? fallback : text)
const nameLimit = (text: string): number => (/^[\x20-\x7e]*$/.test(text) ? 20 : 10)

const freeText = (max: (text: string) => number): Limit => ({
  fits: (value) => isPlain(value) && lengthOf(value) <= max(value),
  fit: (text) => {
    const line = plainLine(text)
    return orElse(shorten(line, max(line)), '无')
  },
})

/** Only what `kept` matches, at most `max` of it. */
const filtered = (kept: RegExp, max: number, fallback: string): Limit => ({
  fits: (value) => value !== '' && lengthOf(value) <= max && value.replace(kept, '') === '' && value.trim() === value,
  fit: (text) => orElse(clip((foldWidth(text).match(kept) ?? []).join('').trim(), max).trim(), fallback),
})

/** The first part of the text that has the shape. */
const found = (shape: RegExp, search: RegExp, fallback: string): Limit => ({
  fits: (value) => shape.test(value),
  fit: (text) => {
    const part = foldWidth(text).match(search)?.[0] ?? ''
    return shape.test(part) ? part : fallback
  },
})

const LIMITS: Readonly<Record<FieldType, Limit>> = {
  thing: freeText(() => 20),
  name: freeText(nameLimit),
  car_number: freeText(() => 8),
  number: found(/^-?\d{1,16}(\.\d{1,8})?$/, /-?\d{1,16}(\.\d{1,8})?/, '0'),
  amount: found(/^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/, /[¥￥$]?\d{1,10}(\.\d{1,2})?元?/, '0元'),
  letter: filtered(/[A-Za-z]/g, 32, 'N'),
  symbol: filtered(/[!-/:-@[-`{-~]/g, 5, '-'),
  character_string: filtered(/[\x20-\x7e]/g, 32, '-'),
  phone_number: filtered(/[\d+\-() ]/g, 17, '-'),
  phrase: filtered(/\p{Script=Han}/gu, 5, '无'),
  time: found(TIME, /(\d{4}年\d{1,2}月\d{1,2}日 )?([01]\d|2[0-3]):[0-5]\d/, '00:00'),
  date: found(DATE, /\d{4}年\d{1,2}月\d{1,2}日( ([01]\d|2[0-3]):[0-5]\d)?/, '1970年01月01日'),
}

/** `thing12` → `thing`. `null`: a type we cannot fill safely (`const` wants one of the values approved for that template). */
export function fieldTypeOf(key: string): FieldType | null {
  const type = /^([a-z_]+?)\d+$/.exec(key)?.[1]
  return FIELD_TYPES.find((known) => known === type) ?? null
}

/** Would WeChat take this value for this type? */
export const fitsField = (type: FieldType, value: string): boolean => LIMITS[type].fits(value)

/** The nearest value that WeChat takes: never empty, never too long, never of a wrong kind. */
export const fitField = (type: FieldType, text: string): string => LIMITS[type].fit(text)

/** One variable of an SMS template: at most six characters unless the account has more, no signature brackets (platform facts §4.3). */
export const SMS_VARIABLE_LENGTH = 6

export const fitSmsVariable = (text: string, max: number = SMS_VARIABLE_LENGTH): string =>
  orElse(shorten(plainLine(text).replace(/[【】]/g, ''), max), '无')
