import { checkPerson, tidyPerson, type PersonForm } from './person-form'

const form = (over: Partial<PersonForm> = {}): PersonForm => ({ staffNumber: '2001', name: '张伟', departmentId: 'd', title: '技师', employment: 'permanent', ...over })

test('B27: a person needs 工号, 姓名 and 科室', () => {
  expect(checkPerson(form())).toEqual({})
  expect(checkPerson(form({ staffNumber: '', name: '', departmentId: '', title: '' }))).toEqual({
    staffNumber: 'person.staff-number-missing', name: 'person.name-missing', departmentId: 'person.department-missing',
  })
})

test('B27: one 工号 however it is typed', () => {
  expect(tidyPerson(form({ staffNumber: ' ａ０ 1 ' })).staffNumber).toBe('A01')
  expect(tidyPerson(form({ staffNumber: 'a01' })).staffNumber).toBe('A01')
})

test.each(['张伟', '=1+1', '2'.repeat(21), '-2001'])('%s is no 工号', (staffNumber) => {
  expect(checkPerson(form({ staffNumber }))).toEqual({ staffNumber: 'person.staff-number-signs' })
})
