import { TICKET } from '../hospital-docs'
import { asked, listed, ownAsked, plain, type At, type Recipes } from './recipe'

const form = (place: At, loginName: string) => ({ name: '新来的人', loginName, role: 'staff', departmentId: place.id('dept'), phone: null })

export const accountRecipes: Recipes = {
  'account.me': plain,
  'account.bind': asked((place) => [
    { by: 'password', institution: `医院${place.institution}`, loginName: place.id('spare'), password: 'right-2026' },
    { by: 'code', loginName: place.id('spare'), code: 'ABCD-EFGH' },
    { by: 'phone', ticket: `${place.id('spare')}.1700000000000.0` },
  ]),
  'account.find-by-phone': asked(() => [{ code: 'phone-code' }]),
  'account.log-in': asked((place) => [{ institution: `医院${place.institution}`, loginName: place.id('spare'), password: 'right-2026' }]),
  'account.set-password': asked((place) => [{ loginName: place.id('spare'), code: 'ABCD-EFGH', password: 'New-2026-pass' }]),
  'account.begin-web-log-in': asked(() => [{ system: 'windows', browser: 'chrome' }]),
  'account.take-web-log-in': asked(() => [{ ticket: TICKET, secret: 'S'.repeat(43) }]),
  'account.scan-web-log-in': asked(() => [{ ticket: TICKET }]),
  'account.answer-web-log-in': asked(() => [{ ticket: TICKET, digits: '27' }]),
  // The session of a web page alone grows old: WeChat names its user with every call.
  'account.prove': { ...asked(() => [{ password: 'right-2026' }]), ends: 'account.web-only' },
  'account.begin-proof': { ...asked(() => [{ system: 'windows', browser: 'chrome' }]), ends: 'account.web-only' },
  'account.take-proof': { ...asked(() => [{ ticket: TICKET, secret: 'S'.repeat(43) }]), ends: 'account.web-only' },
  'account.unbind': plain,
  'account.log-out': plain,
  'account.sessions': plain,
  'account.end-session': ownAsked((place) => [{ id: place.own('session') }]),
  'account.change-password': asked(() => [{ current: 'right-2026', password: 'New-2026-pass' }]),
  'account.own-data': plain,
  'account.erase-own': plain,
  'account.list': listed((place) => [{ ids: [place.id('spare')] }]),
  'account.issue-bind-code': asked((place) => [{ accountId: place.id('spare') }]),
  'account.grant-subscription': asked(() => [{ nonce: 'nonce-0000000000000001', templateId: 'tmpl', result: 'accept' }]),
  'account.why-not': ownAsked((place) => [{ accountId: place.owner, day: '2026-11-25' }]),
  'account.table': listed((place) => [{ departmentId: place.id('dept') }]),
  'account.get': asked((place) => [{ id: place.id('spare') }]),
  'account.create': asked((place) => [{ form: form(place, `new-${place.department}`) }]),
  'account.update': asked((place) => [{ id: place.id('spare'), version: 1, form: form(place, place.id('spare')) }]),
  'account.switch-off': asked((place) => [{ id: place.id('spare'), successorId: place.id('staff') }]),
  'account.switch-on': asked((place) => [{ id: place.id('gone') }]),
  'account.reset': asked((place) => [{ id: place.id('spare') }]),
  'account.see-phone': asked((place) => [{ id: place.id('spare') }]),
  'bulk.told': asked((place) => [{ accountId: place.id('spare') }]),
  'bulk.hand-over': asked((place) => [{ from: place.id('spare'), to: place.id('staff') }]),
}
