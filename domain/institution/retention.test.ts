import * as v from 'valibot'
import { TYPE_PRESETS } from '../certificate/type-presets'
import { DEFAULT_RETENTION, endsWithTime, LONGEST_YEARS, retentionCuts, retentionSchema, SHORTEST_YEARS, type RetentionField } from './retention'
import { DEFAULT_SECURITY_RULES, securityOf } from './security'

const FIELDS = Object.keys(SHORTEST_YEARS) as RetentionField[]
const fits = (field: RetentionField, years: number): boolean => v.safeParse(retentionSchema, { ...DEFAULT_RETENTION, [field]: years }).success

test.each(FIELDS)('PIPL: nothing shorter than the legal minimum can be set for %s, and no part of a year', (field) => {
  expect(fits(field, SHORTEST_YEARS[field])).toBe(true)
  expect(fits(field, SHORTEST_YEARS[field] - 1)).toBe(false)
  expect(fits(field, SHORTEST_YEARS[field] + 0.5)).toBe(false)
  expect([fits(field, LONGEST_YEARS), fits(field, LONGEST_YEARS + 1)]).toEqual([true, false])
})

test('a hospital that set nothing keeps for as long as the defaults say, which the law allows; rules from before 保存期限 keep what they had', () => {
  expect(v.is(retentionSchema, DEFAULT_RETENTION)).toBe(true)
  expect(securityOf(undefined)).toEqual({ rules: DEFAULT_SECURITY_RULES, version: 0 })
  expect(securityOf({ adminsConfirm: true, version: 3 })).toEqual({ rules: { adminsConfirm: true, retention: DEFAULT_RETENTION }, version: 3 })
})

test('卫生部令第55号: papers of radiation workers, their training and health checks never go; papers of the device itself neither', () => {
  const kept = TYPE_PRESETS.filter(({ menu }) => !endsWithTime(menu)).map(({ id }) => id)
  expect(kept).toEqual(['radiation-worker', 'radiation-training', 'health-check', 'radiology-post', 'equipment-licence', 'upkeep-plan', 'metrology-plan'])
})

test('what goes lies before the same day so many years ago, by the hospital’s clock', () => {
  expect(retentionCuts({ certificateYears: 10, personYears: 5, messageYears: 1 }, '2026-11-26')).toEqual({
    certificateDay: '2016-11-26', certificateAt: new Date('2016-11-25T16:00:00Z'), personAt: new Date('2021-11-25T16:00:00Z'), messageDay: '2025-11-26', messageAt: new Date('2025-11-25T16:00:00Z'),
  })
})
