import { changedFields, freshDraft, hasChanges, isOvertaken, onTopOf } from './form-draft'

const stored = { version: 3, form: { name: '设备操作证', days: '5', steps: [7, 0] } }
const mine = { ...freshDraft(stored), form: { ...stored.form, days: '30' } }

test('what was changed is told by what it says, not by who made it', () => {
  expect(changedFields(stored.form, { ...stored.form, steps: [7, 0] })).toEqual([])
  expect(changedFields(mine.base, mine.form)).toEqual(['days'])
  expect([hasChanges(freshDraft(stored)), hasChanges(mine)]).toEqual([false, true])
})

test('a newer version overtakes only a form that has changes of its own', () => {
  const newer = { version: 4, form: { ...stored.form, name: '操作证' } }
  expect([isOvertaken(mine, stored), isOvertaken(freshDraft(stored), newer), isOvertaken(mine, newer)]).toEqual([false, false, true])
})

test('my changes stand on top of the newer version, and what both changed is named', () => {
  const newer = { version: 4, form: { ...stored.form, name: '操作证', days: '60' } }
  expect(onTopOf(mine, newer)).toEqual({ draft: { version: 4, base: newer.form, form: { ...newer.form, days: '30' } }, clashes: ['days'] })
  expect(onTopOf(mine, { version: 4, form: { ...newer.form, days: '30' } }).clashes).toEqual([])
})
