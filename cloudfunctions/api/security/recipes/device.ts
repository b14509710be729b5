import { emptyForm } from '../../../../domain/certificate/certificate'
import { emptyDeviceFields } from '../../../../domain/device/device'
import { withoutDevices } from '../../../../domain/device/paper-tabs'
import { addDays } from '../../../../domain/kernel/civil-day'
import { TODAY } from '../hospital-docs'
import { asked, listed, ownAsked, plain, type At, type Recipes } from './recipe'

const fields = (place: At) => ({ ...emptyDeviceFields(), name: '超声', departmentId: place.id('dept') })

const record = { kind: 'service', on: '2026-11-20', until: null, title: '维修', person: '', phone: '', note: '' }
const paper = (place: At) => ({
  ...withoutDevices(emptyForm()), typeId: `${place.institution}-type-x`, number: `first-${place.institution}${place.department}`, holderName: '李四', expiresOn: addDays(TODAY, 40), recipientIds: [place.id('spare')],
})

export const deviceRecipes: Recipes = {
  'department.list': plain,
  'department.add': asked((place) => [{ name: '新科室', parentId: place.id('dept') }]),
  'department.move': asked((place) => [{ id: place.id('dept'), version: 0, parentId: place.elsewhere('dept') }]),
  'dictionary.list': asked(() => [{ kind: 'unit' }, { kind: 'department' }]),
  'dictionary.uses': asked((place) => [{ kind: 'unit', id: place.id('word') }]),
  'dictionary.add': asked(() => [{ kind: 'unit', names: ['套'] }]),
  'dictionary.rename': asked((place) => [{ kind: 'unit', id: place.id('word'), version: 1, name: '改过的' }]),
  'dictionary.retire': asked((place) => [{ kind: 'unit', id: place.id('word'), version: 1, retired: true }]),
  'dictionary.merge': asked((place) => [{ kind: 'unit', id: place.id('word'), version: 1, intoId: place.elsewhere('word') }]),
  'dictionary.gather': asked(() => [{ after: '' }]),
  'device.list': listed((place) => [{ departmentId: place.id('dept') }]),
  'device.export': asked((place) => [{ departmentId: place.id('dept') }]),
  // Nobody in the two hospitals has a record with a phone behind his certificate.
  'device.call': { ...asked((place) => [{ deviceId: place.id('dev'), certificateId: place.id('handled') }]), ends: 'device.no-phone' },
  'device.get': asked((place) => [{ id: place.id('dev') }]),
  'device.create': asked((place) => [
    { fields: fields(place) },
    { fields: fields(place), attachmentIds: [place.own('kept')], papers: [{ tab: 'device-certificate', form: paper(place) }] },
    { fields: fields(place), maintainer: { record: { ...record, kind: 'maintainer' }, attachmentIds: [place.own('kept')] }, papers: [] },
    { fields: fields(place), papers: [{ tab: 'device-certificate', form: { ...paper(place), attachmentIds: [place.own('kept')] } }] },
  ]),
  'device.update': asked((place) => [{ id: place.id('dev'), version: 1, fields: fields(place), holdersWanted: 1, attachmentIds: [place.id('devfile')] }]),
  'device.set-status': asked((place) => [{ id: place.id('dev'), version: 1, status: 'stopped' }]),
  'device.transfer': asked((place) => [{ id: place.id('dev'), version: 1, departmentId: place.elsewhere('dept'), on: '2026-11-25', note: '' }]),
  'device.records': asked((place) => [{ deviceId: place.id('dev'), kind: 'maintainer' }]),
  'device.add-record': asked((place) => [
    { deviceId: place.id('dev'), record: record, attachmentIds: [place.own('kept')] },
  ]),
  'device.remove-record': asked((place) => [{ id: place.id('record') }]),
  'attachment.begin': asked(() => [{ name: '证.jpg', bytes: 100, type: 'image/jpeg', way: 'put' }]),
  'attachment.confirm': ownAsked((place) => [{ id: place.own('staged') }]),
  'attachment.read-text': ownAsked((place) => [{ id: place.own('kept') }]),
  'attachment.discard': { ...ownAsked((place) => [{ id: place.own('staged') }]), silent: true },
  'label.order': asked((place) => [{ deviceIds: [place.id('dev')], size: '50x30', copies: 1 }]),
  'label.orders': listed(() => [{}]),
  'label.sheet': asked((place) => [{ id: place.id('labels') }]),
  'import.begin': asked(() => [{ kind: 'sheet', name: '设备.xlsx', bytes: 100, way: 'put' }]),
}
