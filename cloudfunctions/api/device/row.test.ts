import { holdersOn } from './row'

type Paper = Parameters<typeof holdersOn>[0][number]
const paper = (change: Partial<Paper> = {}): Paper => ({
  _id: 'c1', typeId: 'device-operator', institutionId: 'h', deviceIds: ['d1'], personId: null, holderName: '张伟', title: '', birthMonth: null,
  issuedOn: '2024-01-01', validFrom: '2024-01-01', expiresOn: '2027-01-01', longTerm: false, handling: null, ...change,
})
const on = (papers: Paper[], day = '2026-11-25') => holdersOn(papers, 'd1', day).map(({ _id }) => _id)
const revoked = { kind: 'revoked' as const, note: '', reference: '', until: null, byAccountId: 'a', byName: '', at: new Date(0) }

test('B4: valid on its last day, not the day after, not before it begins, not once revoked', () => {
  expect(on([paper()], '2027-01-01')).toEqual(['c1'])
  expect(on([paper()], '2027-01-02')).toEqual([])
  expect(on([paper()], '2023-12-31')).toEqual([])
  expect(on([paper({ handling: revoked })])).toEqual([])
  expect(on([paper({ deviceIds: ['d2'] })])).toEqual([])
})

test('one person with two certificates is one holder, with the one that lasts longest', () => {
  expect(on([paper(), paper({ typeId: 'device-operator', _id: 'c2', expiresOn: '2028-01-01' }), paper({ _id: 'c3', expiresOn: null, longTerm: true })])).toEqual(['c3'])
})

test('B27: two of one name are two people when 工号 or 出生年月 says so', () => {
  expect(on([paper({ personId: 'p1' }), paper({ _id: 'c2', personId: 'p2' })])).toHaveLength(2)
  expect(on([paper({ birthMonth: '1980-01' }), paper({ _id: 'c2', birthMonth: '1990-01' })])).toHaveLength(2)
  expect(on([paper({ holderName: '' }), paper({ _id: 'c2', holderName: '' })])).toHaveLength(2)
})

test('soonest to expire first', () => {
  expect(on([paper({ _id: 'late', holderName: '甲', expiresOn: null, longTerm: true }), paper({ _id: 'soon', holderName: '乙' })])).toEqual(['soon', 'late'])
})
