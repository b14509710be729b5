/**
 * What WeChat accepts as the value of a typed template field (`thing1`, `time2`, …); anything else is error 47003, never a cut.
 * Source: developers.weixin.qq.com, subscribeMessage.send, 参数值内容限制.
 */
const CHINESE = /\p{Script=Han}/u
const lengthOf = (text: string): number => [...text].length

const NUMBER = /^\d+(\.\d+)?$/
const CLOCK = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?'
const DAY = '(\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}-\\d{1,2}-\\d{1,2})'
const TIME = new RegExp(`^(${DAY} ?)?${CLOCK}(~(${DAY} ?)?${CLOCK})?$`)
const DATE = new RegExp(`^${DAY}( ?${CLOCK})?(~${DAY}( ?${CLOCK})?)?$`)

const upTo = (limit: number) => (text: string): boolean => lengthOf(text) <= limit
const matching = (pattern: RegExp) => (text: string): boolean => pattern.test(text)

type Rule = (text: string) => boolean

const RULES: Readonly<Record<string, Rule>> = {
  thing: upTo(20),
  number: (text) => NUMBER.test(text) && text.length <= 32,
  letter: matching(/^[A-Za-z]{1,32}$/),
  symbol: (text) => upTo(5)(text) && !/[\p{L}\p{N}]/u.test(text),
  character_string: (text) => upTo(32)(text) && !CHINESE.test(text),
  // The page names times, dates alone are taken in practice.
  time: (text) => TIME.test(text) || DATE.test(text),
  date: matching(DATE),
  amount: matching(/^[^\d\s]?\d{1,10}(\.\d{1,2})?元?$/),
  phone_number: (text) => upTo(17)(text) && !/\p{L}/u.test(text),
  car_number: upTo(8),
  name: (text) => lengthOf(text) <= (CHINESE.test(text) ? 10 : 20),
  phrase: matching(/^\p{Script=Han}{1,5}$/u),
  const: upTo(20),
}

const typeOfField = (field: string): string | undefined => /^([a-z_]+?)\d+$/.exec(field)?.[1]

/**
 * Whether a field of a template takes this text. A field that is not of a known type is refused where `mustBeTyped`, else taken as it is
 * (templates of the old library have keys of their own).
 */
export const takes = (field: string, text: string, mustBeTyped: boolean): boolean => {
  const type = typeOfField(field)
  const rule = type !== undefined && Object.hasOwn(RULES, type) ? RULES[type] : undefined
  if (!rule) return !mustBeTyped
  return text !== '' && !/[\r\n\t]/.test(text) && rule(text)
}
