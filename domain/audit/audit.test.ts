import { auditChanges } from './changes'
import { topicOf } from './topics'
import { changeWords, doneWords } from './words'

test('B25: an entry is told field by field, nested parts by their path, lists by their length', () => {
  expect(auditChanges({ name: '李四', channels: { sms: true, home: true }, deviceIds: ['a'] }, { name: '李四', channels: { sms: false, home: true }, deviceIds: ['a', 'b'] })).toEqual([
    { field: 'channels.sms', before: true, after: false }, { field: 'deviceIds', before: 1, after: 2 },
  ])
})

test('a new thing is told by what it has; what is empty is not told', () => {
  expect(auditChanges(null, { name: '张伟', phone: '', departmentId: null })).toEqual([{ field: 'name', before: null, after: '张伟' }])
  expect(auditChanges(null, null)).toEqual([])
  expect(auditChanges({ at: new Date(0) }, null)).toEqual([{ field: 'at', before: '1970-01-01T00:00:00.000Z', after: null }])
})

test('B25: before and after in words', () => {
  expect(changeWords({ field: 'role', before: 'staff', after: 'hospital-admin' })).toBe('角色：科室人员 → 院级管理员')
  expect(changeWords({ field: 'active', before: true, after: false })).toBe('在用：是 → 否')
  expect(changeWords({ field: 'name', before: null, after: 'staff' })).toBe('名称：staff')
  expect(changeWords({ field: 'expiresAt', before: null, after: '2026-11-26T01:00:00.000Z' })).toBe('有效到：2026-11-26 09:00')
  expect(changeWords({ field: 'note', before: 'left', after: '' })).toBe('说明：left → 空')
})

test('looking at personal data and exports are topics of their own', () => {
  expect(topicOf('account.see-phone')).toBe('seen')
  expect(topicOf('certificate.export')).toBe('export')
  expect(topicOf('account.update')).toBe('account')
  expect(topicOf('certificate-import.start')).toBe('bulk')
  expect(doneWords('account.switch-off')).toBe('停用账号')
})
