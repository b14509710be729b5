import { checkNeeds } from './need'
import { reactionOf } from './reaction'

const handled = (day: string, over: object = {}) => ({ at: new Date(`${day}T02:00:00Z`), expiresOn: '2026-11-30', leadDays: 20, ...over })

test('B31: reaction counts days from the first day of the warning; what is not known counts in no figure', () => {
  expect(reactionOf([handled('2026-11-10'), handled('2026-11-17'), handled('2026-11-18'), handled('2026-12-01'), handled('2026-11-01', { leadDays: null })]))
    .toEqual({ medianDays: 7, withinWeek: 2, later: 2, afterExpiry: 1 })
  expect(reactionOf([])).toEqual({ medianDays: null, withinWeek: 0, later: 0, afterExpiry: 0 })
})

test('a rule names both what it binds and what is needed, and stands once', () => {
  const need = { by: 'department' as const, of: 'mr', typeId: 'operator' }
  expect(checkNeeds([need, { ...need, by: 'device-type' }])).toEqual({})
  expect(checkNeeds([need, need, { ...need, of: '' }])).toEqual({ 'needs.1': 'needs.twice', 'needs.2': 'needs.incomplete' })
})
