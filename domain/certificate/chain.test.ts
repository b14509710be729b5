import fc from 'fast-check'
import { addDays } from '../kernel/civil-day'
import { bareFrom } from './bare-from'
import { chainOf, gapDays } from './chain'
import { fieldChanges } from './history'
import { isValidOn } from './validity'

const cycle = (over: object) => ({ cycle: 1, issuedOn: null, validFrom: null, expiresOn: null, longTerm: false, ...over })

describe('the renewal chain', () => {
  test('B13: days between the last day and the next first day are a gap; none when the new one begins in time', () => {
    fc.assert(fc.property(fc.integer({ min: -30, max: 60 }), (days) => {
      const next = cycle({ validFrom: addDays('2025-01-31', days) })
      expect(gapDays(cycle({ expiresOn: '2025-01-31' }), next)).toBe(Math.max(0, days - 1))
    }))
    expect(gapDays(cycle({ longTerm: true }), cycle({ issuedOn: '2025-05-01' }))).toBe(0)
    expect(gapDays(cycle({ expiresOn: '2025-01-31' }), cycle({}))).toBe(0)
  })

  test('B13: former cycles stand newest first, each with the gap after it', () => {
    const chain = chainOf([cycle({ cycle: 1, expiresOn: '2021-01-31' }), cycle({ cycle: 2, issuedOn: '2021-02-13', expiresOn: '2025-01-31' })], cycle({ cycle: 3, issuedOn: '2025-02-01' }))
    expect(chain.map((each) => [each.cycle, each.gapDays])).toEqual([[2, 0], [1, 12]])
  })
})

describe('a change', () => {
  test('names each field with what it was and is; lists by how many came and went', () => {
    expect(fieldChanges({ number: 'A', deviceIds: ['1', '2'], channels: { home: true, sms: false }, leadDays: 5 }, { number: 'B', deviceIds: ['2', '3', '4'], channels: { home: true, sms: true }, leadDays: 5 })).toEqual([
      { field: 'number', before: 'A', after: 'B', added: 0, removed: 0 },
      { field: 'deviceIds', before: 2, after: 3, added: 2, removed: 1 },
      { field: 'channels', before: 1, after: 2, added: 1, removed: 0 },
    ])
    expect(fieldChanges(null, { number: 'A' })).toEqual([])
    expect(fieldChanges({ handling: null, cycle: 1 }, { handling: {}, kind: 'renewed', cycle: 2 })).toEqual([{ field: 'cycle', before: 1, after: 2, added: 0, removed: 0 }])
  })
})

test('B4: on the first bare day nobody may operate, and on every day before somebody may', () => {
  const paper = fc.record({ from: fc.integer({ min: -40, max: 40 }), length: fc.integer({ min: 0, max: 40 }), longTerm: fc.boolean() })
    .map(({ from, length, longTerm }) => ({ handling: null, issuedOn: null, validFrom: addDays('2025-01-31', from), expiresOn: longTerm ? null : addDays('2025-01-31', from + length), longTerm }))
  fc.assert(fc.property(fc.array(paper, { maxLength: 6 }), (papers) => {
    const bare = bareFrom(papers, '2025-01-31')
    const covered = (day: string): boolean => papers.some((each) => isValidOn(each, day))
    if (bare !== null) expect(covered(bare)).toBe(false)
    for (let day = '2025-01-31'; day < (bare ?? '2025-05-01'); day = addDays(day, 1)) expect(covered(day)).toBe(true)
  }))
})
