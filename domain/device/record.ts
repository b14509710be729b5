import * as v from 'valibot'
import { civilDaySchema } from '../kernel/civil-day'
import { lengthOf, tidy } from '../kernel/text'

/** What is written down about a device by hand: 维保商 (S53) and 历史工单 (S48). 转科记录 are written by the transfer itself (S54). */
export const WRITTEN_KINDS = ['maintainer', 'service'] as const
export const RECORD_KINDS = [...WRITTEN_KINDS, 'transfer'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Characters, by code point. */
export const RECORD_LIMITS = { line: 100, phone: 30, note: 500 } as const
const line = (max: number) => v.pipe(v.string(), v.check((text) => lengthOf(text) <= max, 'device.text-too-long'))

/** Texts are '' when not filled in. */
export const recordFormSchema = v.strictObject({
  kind: v.picklist(WRITTEN_KINDS),
  /** Begin of the contract; day of the service. */
  on: civilDaySchema,
  /** End of the contract. */
  until: v.nullable(civilDaySchema),
  /** 维保服务商; kind of the service, as 维修. */
  title: line(RECORD_LIMITS.line),
  /** Contact; who did it. */
  person: line(RECORD_LIMITS.line),
  phone: line(RECORD_LIMITS.phone),
  note: line(RECORD_LIMITS.note),
})
export type RecordForm = v.InferOutput<typeof recordFormSchema>

/** Field → code. */
export function checkRecord({ kind, title, on, until }: RecordForm): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (tidy(title) === '') wrong.title = kind === 'maintainer' ? 'record.company-missing' : 'record.kind-missing'
  if (until !== null && until < on) wrong.until = 'record.ends-before-begin'
  return wrong
}
