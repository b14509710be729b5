import { isSettled } from './message'

const today = '2026-11-23'
const item = { cycle: 1 }

describe('a message', () => {
  test('B1: asks for something until its certificate is handled or renewed', () => {
    expect(isSettled(item, { cycle: 1, handling: null }, today)).toBe(false)
    expect(isSettled(item, { cycle: 1, handling: { kind: 'noted', until: null } }, today)).toBe(true)
    expect(isSettled(item, { cycle: 2, handling: null }, today)).toBe(true)
    expect(isSettled(item, null, today)).toBe(true)
  })

  test('asks again when a snooze is over', () => {
    expect(isSettled(item, { cycle: 1, handling: { kind: 'snoozed', until: '2026-11-24' } }, today)).toBe(true)
    expect(isSettled(item, { cycle: 1, handling: { kind: 'snoozed', until: today } }, today)).toBe(false)
  })
})
