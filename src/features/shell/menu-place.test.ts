import { menuFor } from './menu'
import { menuPlace } from '../../ui/menu-place'

const EVERYTHING = menuFor(['certificate.read', 'device.write', 'settings.write', 'health.read', 'person.read', 'account.write', 'audit.read', 'submission.review'])
const at = (path: string) => menuPlace(EVERYTHING, path)

test('S2: a page belongs to one entry of the menu: its own, the one that claims it, the list called after it, or the first of its folder', () => {
  expect(at('/pages/device/record/create')).toBe('/pages/device/record/create')
  expect(at('/pages/device/record/detail')).toBe('/pages/device/list')
  expect(at('/pages/certificate/record/edit')).toBe('/pages/certificate/list')
  expect(at('/pages/certificate/record/submission')).toBe('/pages/certificate/record/submissions')
  expect(at('/pages/home/home')).toBe('/pages/home/home')
})

test('S2: each import belongs to the list that it fills', () => {
  expect(['certificates', 'devices', 'people'].map((name) => at(`/pages/work/import/${name}`))).toEqual(['/pages/certificate/list', '/pages/work/import/devices', '/pages/work/person/list'])
})

test('a page that the menu does not lead to belongs to none', () => {
  expect(at('/pages/me/me')).toBeNull()
  expect(at('/pages/inbox/list')).toBeNull()
})
