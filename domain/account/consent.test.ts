import fc from 'fast-check'
import { afterLoss, afterPush, afterRefusal, afterReport, NO_CONSENT, type ConsentLedger } from './consent'

const after = (steps: ReadonlyArray<(ledger: ConsentLedger) => ConsentLedger>): ConsentLedger => steps.reduce((ledger, step) => step(ledger), NO_CONSENT)

test('B2: consents told by the phone and by pushes, in any order, count as many as the fuller account knows', () => {
  fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (byPhone) => {
    const reported = byPhone.filter(Boolean).length
    const counted = after(byPhone.map((phone) => (phone ? afterReport : afterPush)))
    expect(counted.granted).toBe(Math.max(reported, byPhone.length - reported))
    expect(counted.remaining).toBe(counted.granted)
  }))
})

test('one tap told by both is one reminder; one told only by the push is one too', () => {
  expect(after([afterReport, afterPush]).remaining).toBe(1)
  expect(after([afterPush, afterReport]).remaining).toBe(1)
  expect(after([afterPush]).remaining).toBe(1)
})

test('a template that was turned off leaves nothing, and the next consent counts again', () => {
  expect(after([afterReport, afterReport, afterRefusal]).remaining).toBe(0)
  expect(after([afterReport, afterRefusal, afterReport]).remaining).toBe(1)
})

test('a message that WeChat lost gives its consent back, but no more than were sent', () => {
  expect(afterLoss({ remaining: 0, granted: 1, sent: 1 })).toEqual({ remaining: 1, granted: 1, sent: 0 })
  expect(afterLoss({ remaining: 1, granted: 1, sent: 0 })).toEqual({ remaining: 1, granted: 1, sent: 0 })
})

test('a ledger from before pushes were counted does not count its old consents again', () => {
  expect(afterPush({ remaining: 2, granted: 5, sent: 3 })).toMatchObject({ remaining: 2, granted: 5 })
  expect(afterReport({ remaining: 2, granted: 5, sent: 3 })).toMatchObject({ remaining: 3, granted: 6 })
})
