import { byLikeness, likeness } from './likeness'

const person = { name: '张伟', staffNumber: 'A01', departmentId: 'ct' }
const account = (over: object = {}) => ({ name: '张伟', loginName: 'zhangwei', departmentId: 'mr', ...over })

test('B27: an account is proposed by 工号 as its log-in name and by the same name, however wide it is typed', () => {
  expect(likeness(account({ name: '李四', loginName: 'a01' }), person)).toEqual(['staff-number'])
  expect(likeness(account(), person)).toEqual(['name'])
  expect(likeness(account({ departmentId: 'ct' }), person)).toEqual(['name', 'department'])
})

test('B27: a 科室 in common proposes nobody, and an empty 工号 meets no log-in name', () => {
  expect(likeness(account({ name: '李四', departmentId: 'ct' }), person)).toEqual([])
  expect(likeness(account({ name: '李四', loginName: '' }), { ...person, staffNumber: '' })).toEqual([])
})

test('B27: of two 张伟 the one with the 工号 stands before the colleague, and he before the namesake', () => {
  const rows = byLikeness([{ id: 'namesake', why: ['name'] as const }, { id: 'other', why: [] }, { id: 'colleague', why: ['name', 'department'] as const }, { id: 'numbered', why: ['staff-number'] as const }])
  expect(rows.map(({ id }) => id)).toEqual(['numbered', 'colleague', 'namesake', 'other'])
})
