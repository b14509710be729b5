import fc from 'fast-check'
import { addDays } from '../kernel/civil-day'
import { coverOf, EVER_SINCE, FOR_EVER } from './cover'
import { isValidOn, type ValidityFacts } from './validity'

const TODAY = '2026-11-25'
const paper = (over: Partial<ValidityFacts>): ValidityFacts => ({ issuedOn: null, validFrom: null, expiresOn: '2027-01-31', longTerm: false, handling: null, ...over })

test('B4: the last day counts, and what was revoked or has ended covers nothing', () => {
  expect(coverOf([paper({ expiresOn: TODAY })], TODAY)).toEqual({ from: EVER_SINCE, until: TODAY })
  expect(coverOf([paper({ expiresOn: '2026-11-24' }), paper({ handling: { kind: 'revoked', until: null } })], TODAY)).toBeNull()
  expect(coverOf([paper({ longTerm: true, expiresOn: null, validFrom: '2020-01-01' })], TODAY)).toEqual({ from: '2020-01-01', until: FOR_EVER })
})

test('certificates that follow each other make one cover, a gap ends it', () => {
  const [first, next, late] = [paper({ expiresOn: '2026-12-31' }), paper({ validFrom: '2027-01-01', expiresOn: '2027-06-30' }), paper({ validFrom: '2027-08-01', expiresOn: '2028-01-01' })]
  expect(coverOf([late, next, first], TODAY)).toEqual({ from: EVER_SINCE, until: '2027-06-30' })
  expect(coverOf([late], TODAY)).toEqual({ from: '2027-08-01', until: '2028-01-01' })
})

test('a day from today to its end is in the cover exactly when a certificate is valid on it', () => {
  const near = fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days))
  const any = fc.record({ issuedOn: fc.constant(null), validFrom: fc.option(near), expiresOn: near, longTerm: fc.constant(false), handling: fc.option(fc.record({ kind: fc.constantFrom('revoked' as const, 'noted' as const), until: fc.constant(null) })) })
  fc.assert(fc.property(fc.array(any, { maxLength: 5 }), (papers) => {
    const cover = coverOf(papers, TODAY)
    for (let ahead = 0; ahead <= 41; ahead += 1) {
      const day = addDays(TODAY, ahead)
      const covered = cover !== null && cover.from <= day && day <= cover.until
      if (cover === null || day <= cover.until) expect(covered).toBe(papers.some((each) => isValidOn(each, day)))
    }
  }))
})
