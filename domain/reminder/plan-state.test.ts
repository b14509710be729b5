import { planState, type PlanStateFacts } from './plan-state'

const TODAY = '2026-11-25'
const facts = (change: Partial<PlanStateFacts> = {}): PlanStateFacts => ({ expiresOn: '2026-12-10', warnFrom: '2026-11-10', handling: null, holdReason: null, ...change })
const stateOf = (change: Partial<PlanStateFacts>) => planState(facts(change), TODAY)

describe('S36: where a 预警计划 stands', () => {
  test('it runs from the first day of its warning through the last valid day', () => {
    expect(stateOf({ warnFrom: TODAY })).toEqual({ state: 'running', reason: '' })
    expect(stateOf({ expiresOn: TODAY })).toEqual({ state: 'running', reason: '' })
    expect(stateOf({ warnFrom: '2026-11-26' })).toEqual({ state: 'waiting', reason: '' })
    expect(stateOf({ expiresOn: '2026-11-24' })).toEqual({ state: 'ended', reason: 'expired' })
  })

  test('a review and a snooze keep it silent until their day, which is told again', () => {
    expect(stateOf({ handling: { kind: 'review', until: '2026-11-26' } })).toEqual({ state: 'silent', reason: 'review' })
    expect(stateOf({ handling: { kind: 'snoozed', until: TODAY } })).toEqual({ state: 'running', reason: '' })
    expect(stateOf({ handling: { kind: 'snoozed', until: '2026-11-30' }, warnFrom: '2026-12-01' })).toEqual({ state: 'silent', reason: 'snoozed' })
  })

  test('a silence to the end is over with the last day', () => {
    const quiet = { handling: { kind: 'review', until: '2026-12-20' }, holdReason: 'silent-to-the-end' } as const
    expect(stateOf(quiet)).toEqual({ state: 'silent', reason: 'review' })
    expect(stateOf({ ...quiet, expiresOn: '2026-11-24' })).toEqual({ state: 'ended', reason: 'expired' })
  })

  test('what was handled stays handled, also after 有效期', () => {
    expect(stateOf({ handling: { kind: 'noted', until: null }, holdReason: 'handled', expiresOn: '2026-11-01' })).toEqual({ state: 'handled', reason: 'handled' })
  })

  test('a plan that tells nobody says why', () => {
    for (const holdReason of ['long-term', 'no-channel', 'no-recipient', 'revoked']) expect(stateOf({ holdReason })).toEqual({ state: 'off', reason: holdReason })
  })

  test('after the last message nothing is left to tell', () => {
    expect(stateOf({ expiresOn: TODAY, holdReason: 'last-told' })).toEqual({ state: 'ended', reason: 'last-told' })
  })
})
