import { evalExpr } from 'mingo/core'
import { $dayOfWeek, $dayOfYear, $trunc as truncTo } from 'mingo/operators/expression'
import type { AnyObject, Options } from 'mingo/types'
import { requestFailed } from './store-error'

type Expression = (document: AnyObject, operand: unknown, options: Options) => unknown

const valueOf = (document: AnyObject, operand: unknown, options: Options): unknown => evalExpr(document, operand as never, options)

/** Weeks begin on Sundays; the days before the first Sunday are week 0. */
const $week: Expression = (document, operand, options) => {
  const day = $dayOfYear(document, operand as never, options) - 1
  const weekday = $dayOfWeek(document, operand as never, options) - 1
  return Math.floor((day + 7 - weekday) / 7)
}

/** Takes a number alone too, not only one with its places. */
const $trunc: Expression = (document, operand, options) => truncTo(document, (Array.isArray(operand) ? operand : [operand]) as never, options)

/** Where a text stands in another one, counted in code points; -1 if nowhere. */
const $indexOfCP: Expression = (document, operand, options) => {
  const [text, sought, start = 0, end = Infinity] = valueOf(document, operand, options) as [unknown, unknown, number?, number?]
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof sought !== 'string') throw requestFailed('$indexOfCP requires a string to search and a string to find')
  const points = [...text]
  const before = points.slice(0, start).join('')
  const at = points.slice(0, end).join('').indexOf(sought, before.length)
  return at < 0 ? -1 : [...text.slice(0, at)].length
}

/** Expressions that mingo lacks, or reckons otherwise than MongoDB. */
export const EXPRESSIONS = { $week, $trunc, $indexOfCP } as const
