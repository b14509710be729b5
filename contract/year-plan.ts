import * as v from 'valibot'
import { PLAN_MONTHS } from '../domain/certificate/year-plan'
import { EXPORTS } from './hourly'
import { command, query } from './operation'
import { count, day, id } from './shapes'

const asked = v.strictObject({ departmentId: v.optional(id), typeId: v.optional(id) })

/** `department`: null for what belongs to none. */
export const planLine = v.strictObject({
  department: v.nullable(v.strictObject({ id, name: v.string() })), type: v.strictObject({ id, name: v.string() }), late: count, months: v.pipe(v.array(count), v.length(PLAN_MONTHS)),
})
export type PlanLine = v.InferOutput<typeof planLine>

/** 复审/培训计划 of the next twelve months by 月 × 科室 × 类型 (B36). `months`: YYYY-MM. */
export const getYearPlan = query('year-plan.get', {
  input: asked,
  output: v.strictObject({ months: v.array(v.string()), rows: v.array(planLine), today: day }),
  may: 'certificate.read',
})

/** The plan as an .xlsx, with everybody whom it is about by name. Failures: export.nothing, export.too-many {rows, max}. */
export const exportYearPlan = command('year-plan.export', {
  input: asked,
  output: v.strictObject({ name: v.string(), url: v.string(), rows: count }),
  may: 'certificate.read',
  fresh: true,
  hourly: EXPORTS,
})
