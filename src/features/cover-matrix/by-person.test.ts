import fc from 'fast-check'
import type { CoverRow } from '../../../contract/cover'
import { byPerson, isApart, named, type Holder } from './by-person'

const holder = (over: Partial<Holder> = {}): Holder => ({ certificateId: 'c1', name: '张伟', title: '主治医师', personId: 'p1', expiresOn: '2027-01-31', longTerm: false, ...over })
const row = (id: string, holders: Holder[]): CoverRow => ({ id, code: id, name: `设备${id}`, model: '', department: { id: 'x', name: '眼科' }, wanted: 1, bareFrom: null, holders })

test('B4: a person stands once, with every device he may operate and the certificate that lasts longest', () => {
  const people = byPerson([
    row('a', [holder(), holder({ certificateId: 'c2', expiresOn: '2028-01-31' })]),
    row('b', [holder({ certificateId: 'c3', expiresOn: null, longTerm: true }), holder({ certificateId: 'c4', expiresOn: '2099-01-01' })]),
  ], [])
  expect(people.map(({ name, holds }) => [name, [...holds].map(([id, { certificateId }]) => [id, certificateId])])).toEqual([['张伟', [['a', 'c2'], ['b', 'c3']]]])
})

test('B4, B27: two people of one name stay two while one certificate is tied to nobody; unnamed certificates are not thrown together', () => {
  const people = byPerson([row('a', [holder(), holder({ certificateId: 'c2', personId: null }), holder({ certificateId: 'c3', personId: null, name: '' }), holder({ certificateId: 'c4', personId: null, name: '' })])], [])
  expect(people).toHaveLength(4)
  expect(named(people, ' 张 ')).toHaveLength(2)
  expect(people.map((person) => isApart(person, people)).filter(Boolean)).toHaveLength(3)
})

test('B4: who of the department holds nothing stands among the others', () => {
  const people = byPerson([row('a', [holder()])], [{ id: 'p1', name: '张伟', title: '' }, { id: 'p2', name: '李四', title: '技师' }])
  expect(people.map(({ name, holds }) => [name, holds.size])).toEqual(expect.arrayContaining([['张伟', 1], ['李四', 0]]))
  expect(people).toHaveLength(2)
})

test('B4: nobody who may operate a device is left out, and nobody is put where he may not', () => {
  const person = fc.record({ certificateId: fc.uuid(), name: fc.constantFrom('', '张伟', '李四'), personId: fc.constantFrom(null, 'p1', 'p2'), expiresOn: fc.constantFrom(null, '2026-12-01', '2030-01-01'), longTerm: fc.boolean() })
  fc.assert(fc.property(fc.array(fc.array(person, { maxLength: 6 }), { maxLength: 5 }), (devices) => {
    const rows = devices.map((holders, index) => row(String(index), holders.map((over) => holder(over))))
    const people = byPerson(rows, [])
    for (const { id, holders } of rows) {
      const shown = people.flatMap(({ holds }) => holds.get(id) ?? [])
      expect(shown.every((one) => holders.includes(one))).toBe(true)
      expect(holders.every(({ personId, name }) => shown.some((one) => one.personId === personId && (personId !== null || one.name === name)))).toBe(true)
    }
  }))
})
