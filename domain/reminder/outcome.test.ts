import fc from 'fast-check'
import { dayOf, instantOf, plusMinutes } from '../kernel/civil-day'
import { FAILURE_CLASSES, nextStep, type AttemptFacts, type FailureClass } from './outcome'

const now = instantOf('2025-01-29', '10:00:00')
const attempt = (change: Partial<AttemptFacts> = {}): AttemptFacts => ({ way: 'sms', day: '2025-01-29', attempts: 1, firstAttemptAt: now, ...change })
const failed = (failure: FailureClass, code = 'x') => ({ ok: false as const, class: failure, code })

describe('what follows an attempt', () => {
  test('a success is sent, with the provider\'s id', () => {
    expect(nextStep(attempt(), { ok: true, providerId: '200228332' }, now)).toEqual({ state: 'sent', providerId: '200228332' })
  })

  test.each(['permanent', 'recipient', 'config', 'rate'] as const)('%s ends the day\'s message', (failure) => {
    expect(nextStep(attempt(), failed(failure, '43101'), now)).toEqual({ state: 'failed', reason: '43101' })
  })

  test('B8: transient is retried after 1, 5, 15, 60 and 180 minutes, then given up', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((attempts) => {
      const step = nextStep(attempt({ attempts }), failed('transient'), now)
      return step.state === 'retry' ? (step.at.getTime() - now.getTime()) / 60_000 : step.state
    })
    expect(waits).toEqual([1, 5, 15, 60, 180, 'failed'])
  })

  test('B8: a retry never crosses into the next local day', () => {
    const night = instantOf('2025-01-29', '23:59:30')
    expect(nextStep(attempt(), failed('transient', '-1'), night)).toEqual({ state: 'failed', reason: '-1' })
  })

  test('B8: an unknown SMS is never repeated', () => {
    fc.assert(fc.property(fc.nat(20), fc.constantFrom('sms' as const, 'subscribe-message' as const), (attempts, way) => {
      expect(nextStep(attempt({ way, attempts }), failed('unknown', 'timeout'), now)).toEqual({ state: 'unknown', reason: 'timeout' })
    }))
  })

  test('an unknown official-account message is repeated only while WeChat drops the repeat', () => {
    const step = (minutes: number) => nextStep(attempt({ way: 'official-account', attempts: 2 }), failed('unknown', 'timeout'), plusMinutes(now, minutes)).state
    expect(step(0)).toBe('retry')
    expect(step(7)).toBe('retry')
    expect(step(8)).toBe('unknown')
    expect(step(60)).toBe('unknown')
  })

  test('whatever happens, a retry lies ahead, on the same day, and has its reason', () => {
    const anyTime = fc.integer({ min: 0, max: 86_399 }).map((seconds) => new Date(instantOf('2025-01-29', '00:00:00').getTime() + seconds * 1000))
    const ways = fc.constantFrom('home' as const, 'sms' as const, 'official-account' as const, 'subscribe-message' as const)
    fc.assert(fc.property(fc.constantFrom(...FAILURE_CLASSES), ways, fc.integer({ min: 1, max: 8 }), anyTime, (failure, way, attempts, at) => {
      const step = nextStep(attempt({ way, attempts, firstAttemptAt: at }), failed(failure, ''), at)
      if (step.state === 'sent') throw new Error('a failure is never a success')
      expect(step.reason).toBe(failure)
      if (step.state === 'retry') expect([step.at > at, dayOf(step.at)]).toEqual([true, '2025-01-29'])
    }))
  })
})
