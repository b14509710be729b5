import { newDraft, withPeople, withForm, type LoadedCertificate } from '../draft'
import { whoIsTold } from './who-is-told'

const reach = { bound: true, follows: true, hasPhone: true, wechatCredits: 0 }
const self = { id: 'zhang', name: '张三', reach }
const withRoles = (relatedRoles: Array<'creator' | 'editor'>) => withForm(newDraft(), { ...newDraft().form, relatedRoles })

test('S39: of a new certificate, who fills it in is 录入人 and 修改人 in one person', () => {
  expect(whoIsTold({ draft: withRoles(['creator', 'editor']), self, certificate: null })).toEqual([{ ...self, because: ['creator', 'editor'] }])
})

test('S39: of an existing one, 修改人 will be who saves it now', () => {
  const certificate = { createdBy: '李四', recipients: [{ id: 'li', name: '李四', because: ['creator'], reach }] } as unknown as LoadedCertificate
  expect(whoIsTold({ draft: withRoles(['creator', 'editor']), self, certificate }).map(({ id, because }) => [id, because])).toEqual([['li', ['creator']], ['zhang', ['editor']]])
})

test('S39: 录入人 who was not told before is named, without ways that nobody knows', () => {
  const certificate = { createdBy: '李四', recipients: [] } as unknown as LoadedCertificate
  expect(whoIsTold({ draft: withRoles(['creator']), self, certificate })).toEqual([{ id: 'creator', name: '李四', reach: null, because: ['creator'] }])
})

test('S40: somebody who is named and related is told once', () => {
  const draft = withPeople(withRoles(['creator']), [{ id: 'zhang', name: '张三', reach }, { id: 'li', name: '李四', reach }])
  expect(whoIsTold({ draft, self, certificate: null }).map(({ id, because }) => [id, because])).toEqual([['zhang', ['creator', 'named']], ['li', ['named']]])
})
