import type { CoverRow } from '../../../contract/cover'
import { forecastWords, holderWords } from './wording'

const row = (over: Partial<CoverRow>): CoverRow => ({
  id: 'd', code: '000059', name: '裂隙灯', model: '', department: { id: 'x', name: '眼科' }, wanted: 1, bareFrom: null,
  holders: [{ certificateId: 'c', name: '张伟', title: '', personId: null, expiresOn: '2026-12-24', longTerm: false }], ...over,
})

test('B4: 将无人持证 is said with its day when that day lies within 90 days', () => {
  expect(forecastWords(row({ bareFrom: '2026-12-25' }), '2026-11-25')).toBe('2026-12-25 起将无人持证（30 天后）')
  expect(forecastWords(row({ bareFrom: '2027-02-24' }), '2026-11-25')).toBe('')
  expect(forecastWords(row({ bareFrom: null }), '2026-11-25')).toBe('')
  expect(forecastWords(row({ bareFrom: '2026-11-25', holders: [] }), '2026-11-25')).toBe('')
})

test('B4: a holder is named with his last day', () => {
  expect(holderWords({ certificateId: 'c', name: '张伟', title: '', personId: null, expiresOn: '2026-12-24', longTerm: false })).toBe('张伟（至 2026-12-24）')
  expect(holderWords({ certificateId: 'c', name: '', title: '', personId: null, expiresOn: null, longTerm: true })).toBe('未填姓名（长期有效）')
})

test('B35: who learns is named as 带教下操作', () => {
  expect(holderWords({ certificateId: 'c', name: '王五', title: '', personId: null, expiresOn: '2026-12-24', longTerm: false, supervised: true })).toBe('王五（带教下操作，至 2026-12-24）')
})
