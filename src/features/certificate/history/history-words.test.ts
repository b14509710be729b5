import { fieldChanges } from '../../../../domain/certificate/history'
import { changeWords, doneWords } from './history-words'

test('B25: a change is told with the guide\'s label, what it was and what it is', () => {
  expect(changeWords({ field: 'expiresOn', before: '2025-01-31', after: '2029-01-31', added: 0, removed: 0 })).toBe('有效期至：2025-01-31 → 2029-01-31')
  expect(changeWords({ field: 'gender', before: null, after: 'female', added: 0, removed: 0 })).toBe('性别：空 → 女')
  expect(changeWords({ field: 'longTerm', before: false, after: true, added: 0, removed: 0 })).toBe('长期有效：否 → 是')
  expect(changeWords({ field: 'deviceIds', before: 2, after: 3, added: 2, removed: 1 })).toBe('关联设备：增加 2 台，减少 1 台')
})

test('B25: what was done is a word; the first entry is 录入', () => {
  expect(doneWords({ operation: 'certificate.save', kind: null, changes: [] }, true)).toBe('录入')
  expect(doneWords({ operation: 'certificate.save', kind: null, changes: [] }, false)).toBe('修改')
  expect(doneWords({ operation: 'certificate.save', kind: null, changes: [{ field: 'title', before: '', after: '技师', added: 0, removed: 0 }] }, true)).toBe('修改')
  expect(doneWords({ operation: 'certificate.handle', kind: 'renewed', changes: [] }, false)).toMatch(/^处理：/)
})

test('B1: a hand-over tells to whom and why', () => {
  expect(doneWords({ operation: 'certificate.transfer', kind: null, changes: [] }, false)).toBe('转交')
  expect(changeWords({ field: 'transferredTo', before: null, after: '王五', added: 0, removed: 0 })).toBe('转交给：王五')
  expect(changeWords({ field: 'note', before: null, after: '我下月休假', added: 0, removed: 0 })).toBe('说明：我下月休假')
})

test('B25: files in another order are a change that is told; other lists have none', () => {
  const [change] = fieldChanges({ attachmentIds: ['front', 'back'], recipientIds: ['a', 'b'] }, { attachmentIds: ['back', 'front'], recipientIds: ['b', 'a'] })
  expect(change && changeWords(change)).toBe('操作证：调整了顺序')
  expect(fieldChanges({ recipientIds: ['a', 'b'] }, { recipientIds: ['b', 'a'] })).toEqual([])
})
