import { EMPLOYMENTS, PRESENCES } from '../person/person'
import { employmentOffer, isStaff } from './employment-offer'

const asked = { templateId: 't', staff: true, bond: null }
const bond = { templateId: 't', related: true, agreed: true }

test('B3: 用工消息 is offered to nobody while it is off, and only to whom the hospital’s records name as its staff', () => {
  expect(employmentOffer({ ...asked, templateId: null })).toBe('off')
  expect(employmentOffer({ ...asked, staff: false, bond })).toBe('not-confirmed')
  expect(employmentOffer(asked)).toBe('open')
  expect(isStaff(null)).toBe(false)
  const staff = EMPLOYMENTS.flatMap((employment) => PRESENCES.map((presence) => ({ employment, presence }))).filter(isStaff)
  expect(staff.map(({ employment, presence }) => `${employment} ${presence}`)).toEqual([
    'permanent present', 'permanent away', 'contract present', 'contract away', 'temporary present', 'temporary away', 'resident present', 'resident away',
  ])
})

test('B3: who has answered is not asked again, except for another template by whom WeChat holds as staff', () => {
  expect(employmentOffer({ ...asked, bond })).toBe('agreed')
  expect(employmentOffer({ ...asked, bond: { ...bond, agreed: false } })).toBe('declined')
  expect(employmentOffer({ ...asked, bond: { ...bond, templateId: 'old' } })).toBe('renewed')
  expect(employmentOffer({ ...asked, bond: { templateId: 'old', related: false, agreed: false } })).toBe('declined')
})
