import * as v from 'valibot'
import { civilDaySchema } from '../domain/kernel/civil-day'

/** Shapes that several nouns share. */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_:.-]{1,128}$/))
export const instant = v.pipe(v.string(), v.isoTimestamp())
export const day = civilDaySchema
export const optionalDay = v.nullable(civilDaySchema)
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Free text of one line as a person typed it, at most `max` characters; empty means not filled in. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
export const nothing = v.strictObject({})
export const done = v.strictObject({})

/** A page of a list: `page` starts at 1. The guide shows 10 rows a page (S10); the phone asks for 20. */
export const paging = { page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)), 1), pageSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 10) }
export const pageOf = <S extends v.GenericSchema>(row: S) => v.strictObject({ rows: v.array(row), total: count, page: count, pageSize: count })
export const keyword = v.optional(text(60), '')
export const named = v.strictObject({ id, name: v.string() })
