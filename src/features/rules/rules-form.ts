import * as v from 'valibot'
import type { InputOf, OutputOf } from '../../../contract/operation'
import type { getRules, saveRules } from '../../../contract/rules'
import { checkInstitutionRules } from '../../../domain/institution/rules'

/** The rules while they are filled in: quiet hours keep their times while they are off, a day may be missing, the price is as it is typed. */
export const rulesFormSchema = v.object({
  quiet: v.boolean(),
  quietFrom: v.string(),
  quietTo: v.string(),
  beforeHolidays: v.boolean(),
  holidays: v.array(v.object({ name: v.string(), from: v.nullable(v.string()), to: v.nullable(v.string()) })),
  operationsDigest: v.boolean(),
  smsPrice: v.string(),
})
export type RulesForm = v.InferOutput<typeof rulesFormSchema>
export type HolidayRow = RulesForm['holidays'][number]

export const RULES_LABELS: Readonly<Record<keyof RulesForm, string>> = {
  quiet: '短信静默时段', quietFrom: '静默从', quietTo: '静默到', beforeHolidays: '节假日前提醒', holidays: '节假日', operationsDigest: '每日运行摘要', smsPrice: '短信单价',
}
export const labelled = (fields: ReadonlyArray<keyof RulesForm>): string => fields.map((field) => RULES_LABELS[field]).join('、')

type Answered = OutputOf<typeof getRules>
type Sent = InputOf<typeof saveRules>['rules']

export const storedForm = ({ rules, version }: Pick<Answered, 'rules' | 'version'>): { version: number; form: RulesForm } => ({
  version,
  form: {
    quiet: rules.quietHours !== null, quietFrom: rules.quietHours?.from ?? '21:00:00', quietTo: rules.quietHours?.to ?? '08:00:00',
    beforeHolidays: rules.beforeHolidays, holidays: rules.holidays.map(({ name, from, to }) => ({ name, from, to })),
    operationsDigest: rules.operationsDigest, smsPrice: rules.smsPrice === null ? '' : String(rules.smsPrice),
  },
})

const priceOf = (typed: string): number | null => {
  const price = typed.trim()
  if (price === '') return null
  return /^\d{1,6}$/.test(price) ? Number(price) : Number.NaN
}

/** As it is saved; a day that is missing is '' and a price that is no number NaN, for `wrongIn` to find. */
export const rulesOf = ({ quiet, quietFrom, quietTo, beforeHolidays, holidays, operationsDigest, smsPrice }: RulesForm): Sent => ({
  quietHours: quiet ? { from: quietFrom, to: quietTo } : null,
  beforeHolidays, operationsDigest, smsPrice: priceOf(smsPrice),
  holidays: holidays.map(({ name, from, to }) => ({ name: name.trim(), from: from ?? '', to: to ?? '' })),
})

/** Field → code, a holiday by its place as `holidays.2`; empty when it may be saved. */
export const wrongIn = (form: RulesForm): Record<string, string> => checkInstitutionRules(rulesOf(form))

export const movesPlans = (base: RulesForm, form: RulesForm): boolean =>
  JSON.stringify([base.beforeHolidays, base.holidays]) !== JSON.stringify([form.beforeHolidays, form.holidays])
