import { addDays } from '../../../../domain/kernel/civil-day'
import { TODAY } from '../hospital-docs'
import { asked, listed, ownAsked, plain, type At, type Recipes } from './recipe'

const form = (place: At, over: object) => ({
  typeId: 'device-operator', deviceIds: [], holderName: '李四', number: `handed-${place.institution}${place.department}`, issuer: '', issuedOn: TODAY, expiresOn: addDays(TODAY, 1400), longTerm: false, note: '',
  attachmentIds: [place.own('kept')], ...over,
})

export const submissionRecipes: Recipes = {
  'certificate.mine': plain,
  'submission.list': listed(() => [{ mine: false }, { mine: true, state: 'waiting' }]),
  'submission.get': ownAsked((place) => [{ id: place.own('submission') }]),
  'submission.submit': asked((place) => [
    { certificateId: place.id('cert'), forSelf: false, form: form(place, {}) },
    { certificateId: null, forSelf: false, form: form(place, { deviceIds: [place.id('dev')], typeId: `${place.institution}-type-x` }) },
  ]),
  'submission.resubmit': ownAsked((place) => [{ id: place.own('returned'), version: 1, forSelf: false, form: form(place, { attachmentIds: [place.id('handedfile')] }) }, { id: place.own('again'), version: 1, forSelf: false, form: form(place, { deviceIds: [place.id('dev')], typeId: `${place.institution}-type-x` }) }]),
  'submission.withdraw': ownAsked((place) => [{ id: place.own('submission'), version: 1 }]),
  'submission.approve': asked((place) => [{ id: place.id('handed'), version: 1, certificateVersion: 1 }]),
  'submission.return': asked((place) => [{ id: place.id('handed'), version: 1, reason: '照片不清楚' }]),
}
