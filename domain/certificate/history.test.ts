import { removedIds } from './history'

test('S32: what a change took away of a list is told by id, also of states that lack the list', () => {
  expect(removedIds('attachmentIds', { attachmentIds: ['front', 'back'] }, { attachmentIds: ['better', 'back'] })).toEqual(['front'])
  expect(removedIds('attachmentIds', { attachmentIds: ['front'] }, {})).toEqual(['front'])
  expect(removedIds('attachmentIds', { attachmentIds: ['a', 'b'] }, { attachmentIds: ['b', 'a'] })).toEqual([])
  expect(removedIds('attachmentIds', null, { attachmentIds: ['a'] })).toEqual([])
})
