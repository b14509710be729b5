import fc from 'fast-check'
import { scanNames, stampWords } from './scan-names'

const scan = (over: object = {}) => ({ department: 'MR室', holder: '张三', type: '设备操作证', number: 'C000000063', extension: 'jpg', ...over })

test('B17: a scan in the pack is called so that a clerk knows whose it is, and the second of one certificate is the second', () => {
  expect(scanNames([scan(), scan({ extension: 'pdf' }), scan({ holder: '', number: '', department: '' })])).toEqual([
    '扫描件/MR室/张三_设备操作证_C000000063_1.jpg', '扫描件/MR室/张三_设备操作证_C000000063_2.pdf', '扫描件/未分科室/未填姓名_设备操作证_无证件号_1.jpg',
  ])
  expect(stampWords({ institution: '市一院', by: '王军', on: '2026-11-25' })).toBe('仅供市一院评审使用 · 王军 · 2026-11-25')
})

test('B17: whatever people typed, no two names are alike for Windows and none leads out of its folder', () => {
  const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('../..', 'a/b', 'A', 'a', 'con.', '..', ' '))
  fc.assert(fc.property(fc.array(fc.record({ department: typed, holder: typed, type: typed, number: typed, extension: fc.constantFrom('jpg', 'pdf') }), { maxLength: 12 }), (scans) => {
    const names = scanNames(scans)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    // eslint-disable-next-line no-control-regex
    expect(names.every((name) => name.split('/').length === 3 && !/[\\:*?"<>|\u0000-\u001f]|\/\.|\.\.?\//.test(name))).toBe(true)
  }))
})
