import { staffNumberOf } from '../hospital-docs'
import { asked, listed, type At, type Recipes } from './recipe'

const form = (place: At, staffNumber: string) => ({ staffNumber, name: '新来的人', departmentId: place.id('dept'), title: '', employment: 'permanent' })
/** 科室负责人 says that somebody left; his account is switched off by those who keep accounts. */
const keepsAccounts = ({ owner }: At): boolean => !owner.includes('department-head')

export const personRecipes: Recipes = {
  'person.list': listed((place) => [{ departmentId: place.id('dept') }]),
  'person.get': asked((place) => [{ id: place.id('person') }]),
  'person.save': asked((place) => [
    { id: null, version: 0, form: form(place, `NEW${place.department}`) },
    { id: place.id('person'), version: 1, form: form(place, staffNumberOf(place)) },
  ]),
  'person.set-presence': asked((place) => [
    { id: place.id('person'), version: 1, presence: 'away', account: null },
    ...(keepsAccounts(place) ? [{ id: place.id('person'), version: 1, presence: 'left', account: { successorId: place.id('staff') } }] : []),
  ]),
  'person.transfer': asked((place) => [{ id: place.id('person'), version: 1, departmentId: place.elsewhere('dept') }]),
  'person.accounts': asked((place) => [{ id: place.id('person') }]),
  'account.people': asked((place) => [{ id: place.id('spare') }]),
  'person.link-account': asked((place) => [{ id: place.id('person'), version: 1, accountId: null }, { id: place.id('free'), version: 1, accountId: place.id('viewer') }]),
  'person.claim': asked((place) => [{ id: place.id('person'), certificateId: place.id('cert'), theirs: true }]),
}
