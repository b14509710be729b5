import { emptyForm, type CertificateForm } from '../../../../domain/certificate/certificate'
import { addDays } from '../../../../domain/kernel/civil-day'
import { markOf, TODAY } from '../hospital-docs'
import { asked, listed, plain, type At, type Recipes } from './recipe'

const form = (place: At, over: Partial<CertificateForm>): CertificateForm => ({
  ...emptyForm(), deviceIds: [place.id('dev')], holderName: '李四', issuedOn: '2023-01-01', expiresOn: addDays(TODAY, 40), recipientIds: [place.id('spare')], ...over,
})
const change = (place: At) => ({ leadDays: 60, sendTime: null, channels: null, addRecipientIds: [place.id('staff')], removeRecipientIds: [place.id('spare')] })
const filters = (place: At) => ({ departmentId: place.id('dept'), deviceId: place.id('dev'), typeId: 'device-operator' })
const typed = (place: At) => ({ ...filters(place), typeId: `${place.institution}-type-x` })
const renewal = (place: At) => ({ number: 'renewed', issuedOn: TODAY, expiresOn: addDays(TODAY, 1400), longTerm: false, attachmentIds: [place.own('kept')] })

export const certificateRecipes: Recipes = {
  'certificate.list': listed((place) => [filters(place), typed(place)]),
  'certificate.table': listed((place) => [filters(place), typed(place)]),
  'certificate.export': asked((place) => [filters(place), typed(place)]),
  'certificate.get': asked((place) => [{ id: place.id('cert') }]),
  'certificate.photos': listed((place) => [{ ids: [place.id('cert'), place.id('handled')] }]),
  'certificate.save': asked((place) => [
    { id: null, version: null, form: form(place, { number: `new-${place.institution}${place.department}`, typeId: `${place.institution}-type-x`, attachmentIds: [place.own('kept')] }) },
    { id: place.id('cert'), version: 1, form: form(place, { number: `cert-${markOf(place)}`, attachmentIds: [place.id('certfile')] }) },
  ]),
  'certificate.handle': asked((place) => [
    { id: place.id('cert'), version: 1, kind: 'review', note: '', reference: 'FS-1', until: addDays(TODAY, 5), renewal: null },
    { id: place.id('cert'), version: 1, kind: 'renewed', note: '', reference: '', until: null, renewal: renewal(place) },
  ]),
  'certificate.transfer': asked((place) => [{ id: place.id('cert'), version: 1, accountId: place.id('viewer'), note: '请办' }]),
  'certificate.reopen': asked((place) => [{ id: place.id('handled'), version: 1 }]),
  'certificate.deliveries': asked((place) => [{ id: place.id('cert') }]),
  'certificate.unmask': asked((place) => [{ id: place.id('cert') }]),
  'certificate.history': asked((place) => [{ id: place.id('cert') }]),
  'certificate.chain': asked((place) => [{ id: place.id('cert') }]),
  'certificate.resend': asked((place) => [{ id: place.id('cert'), deliveryId: place.id('delivery') }]),
  'plan.list': listed((place) => [{ departmentId: place.id('dept') }]),
  'bulk.preview': listed((place) => [{ ids: [place.id('cert')], change: change(place) }]),
  'bulk.change': asked((place) => [{ ids: [place.id('cert')], change: change(place) }]),
  'review.pack': asked((place) => [{ on: TODAY, departmentId: place.id('dept'), typeId: `${place.institution}-type-x` }, { on: TODAY, departmentId: place.id('dept') }]),
  'review.devices': listed((place) => [{ on: TODAY, departmentId: place.id('dept') }, { on: TODAY, departmentId: place.id('dept'), typeId: `${place.institution}-type-x` }]),
  'review.outline': listed((place) => [{ on: TODAY, departmentId: place.id('dept') }, { on: TODAY, departmentId: place.id('dept'), typeId: `${place.institution}-type-x` }]),
  'review.scans': asked((place) => [{ scans: [{ certificateId: place.id('cert'), attachmentId: place.id('certfile') }] }]),
  'year-plan.get': listed((place) => [{ departmentId: place.id('dept'), typeId: `${place.institution}-type-x` }]),
  'year-plan.export': asked((place) => [{ departmentId: place.id('dept') }, { departmentId: place.id('dept'), typeId: `${place.institution}-type-x` }]),
  'original.get': asked((place) => [{ certificateId: place.id('cert') }]),
  'original.save': asked((place) => [{ certificateId: place.id('cert'), version: 1, place: '档案柜', have: [] }]),
  'original.lend': asked((place) => [{ certificateId: place.id('handled'), version: 0, borrower: '李四', dueOn: addDays(TODAY, 7) }]),
  'original.take-back': asked((place) => [{ certificateId: place.id('cert'), version: 1 }]),
  'original.loans': plain,
  'cover.matrix': listed((place) => [{ departmentId: place.id('dept') }]),
}
