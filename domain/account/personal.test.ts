import fc from 'fast-check'
import { masked, seesPersonal } from './personal'
import { ROLES } from './role'

test('B25: who enters certificates sees their numbers whole; 只读, 审计员 and 平台运维 do not', () => {
  expect(ROLES.filter(seesPersonal)).toEqual(['hospital-admin', 'equipment-office', 'department-head', 'staff'])
})

test('architecture §8: a masked number shows at most three signs at either end, a phone its ends, 出生年月 nothing', () => {
  expect([masked('number', 'C000000001'), masked('phone', '13800000003'), masked('birth', '1988-05'), masked('number', '')]).toEqual(['C00****001', '138****0003', null, ''])
  fc.assert(fc.property(fc.string({ minLength: 5, maxLength: 40 }).filter((number) => !number.includes('*')), (number) => {
    expect(masked('number', number)).not.toContain(number)
  }))
})

test('architecture §8: a change is masked where its field is personal, however deep it stands, and told as it is otherwise', () => {
  expect(masked('change', { field: 'form.number', before: 'C000000001', after: null })).toEqual({ field: 'form.number', before: 'C00****001', after: null })
  expect(masked('change', { field: 'birthMonth', before: '1988-05', after: '1989-05' })).toEqual({ field: 'birthMonth', before: '****', after: '****' })
  expect(masked('change', { field: 'holderName', before: '李四', after: '王五', added: 0 })).toEqual({ field: 'holderName', before: '李四', after: '王五', added: 0 })
})
