import fc from 'fast-check'
import { addDays } from '../kernel/civil-day'
import { placeInPlan, planEnd, planMonths, yearPlan } from './year-plan'

const TODAY = '2026-11-25'

test('B36: the plan begins with this month and has twelve', () => {
  expect([planMonths(TODAY)[0], planMonths(TODAY).at(-1)]).toEqual(['2026-11', '2027-10'])
})

test('B36: a review is due when its window opens, now when it is open, and late when 有效期 is over', () => {
  expect(placeInPlan('2027-03-10', 90, TODAY)).toBe(1)
  expect(placeInPlan('2026-12-10', 90, TODAY)).toBe(0)
  expect(placeInPlan('2026-11-25', 0, TODAY)).toBe(0)
  expect(placeInPlan('2026-11-24', 0, TODAY)).toBe(-1)
  expect(placeInPlan('2027-11-01', 0, TODAY)).toBeNull()
})

test('B36: a certificate of two departments is planned in each, one of none under its own line', () => {
  const papers = [{ typeId: 't', departmentIds: ['a', 'b'], expiresOn: '2026-12-01' }, { typeId: 't', departmentIds: [], expiresOn: '2026-01-01' }]
  const lines = (departmentIds: string[] | null) => yearPlan(papers, { today: TODAY, reviewDaysOf: () => 0, departmentIds }).map(({ departmentId, late, months }) => [departmentId, late, months[1]])
  expect(lines(null)).toEqual([['a', 0, 1], ['b', 0, 1], ['', 1, 0]])
  expect(lines(['b'])).toEqual([['b', 0, 1]])
})

test('B36: whatever is planned lies before the end of what is read for it, and nothing is counted twice', () => {
  fc.assert(fc.property(fc.integer({ min: -400, max: 900 }), fc.integer({ min: 0, max: 365 }), (days, review) => {
    const expiresOn = addDays(TODAY, days)
    const place = placeInPlan(expiresOn, review, TODAY)
    if (place !== null) expect(expiresOn <= planEnd(TODAY, review)).toBe(true)
    const [line] = yearPlan([{ typeId: 't', departmentIds: ['a'], expiresOn }], { today: TODAY, reviewDaysOf: () => review, departmentIds: null })
    expect((line?.late ?? 0) + (line?.months ?? []).reduce((sum, n) => sum + n, 0)).toBe(place === null ? 0 : 1)
  }))
})
