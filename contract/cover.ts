import * as v from 'valibot'
import { query } from './operation'
import { count, day, id, keyword, named, optionalDay, pageOf, paging, text } from './shapes'

const holder = v.strictObject({
  certificateId: id, name: v.string(), title: v.string(), expiresOn: optionalDay, longTerm: v.boolean(),
  /** Whose record the certificate belongs to; null while nobody has said. */
  personId: v.nullable(id),
  /** 带教下操作 (B35): not counted. */
  supervised: v.optional(v.literal(true)),
})
export const coverRow = v.strictObject({
  id, code: v.string(), name: v.string(), model: v.string(), department: named,
  /** How many it demands; 0 where it is stopped or scrapped (B4). */
  wanted: count,
  /** Who may operate it on that day, soonest to expire first; of today and of days to come without who is 暂离 (B35). */
  holders: v.array(holder),
  /** The first day on which nobody may, as things stand: the day asked about when it is bare already, null when it never is. */
  bareFrom: optionalDay,
})
export type CoverRow = v.InferOutput<typeof coverRow>

/** Who may operate which device on a day (B4, B31): today, a day to come, or any past one, from the certificates' former cycles too. */
export const coverMatrix = query('cover.matrix', {
  input: v.strictObject({ keyword, departmentId: v.optional(id), deviceType: v.optional(text(40)), on: v.optional(day), ...paging }),
  output: v.strictObject({ ...pageOf(coverRow).entries, on: day, today: day }),
  may: 'certificate.read',
})
