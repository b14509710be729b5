import { DEVICE_OPERATOR } from '../../../../domain/certificate/type'
import { DEFAULT_INSTITUTION_RULES } from '../../../../domain/institution/rules'
import { OFFICIAL_ACCOUNT_LAYOUT, SUBSCRIBE_MESSAGE_LAYOUT } from '../../../../domain/reminder/wechat-layout'
import { asked, listed, ownAsked, plain, type Recipes } from './recipe'

const { name, menu, needsDevice, needsPerson, requiredFields, validityMonths, leadDays, reviewDays, basis, papers, titleLevel, rules, active } = { ...DEVICE_OPERATOR, name: '改过的类型' }
const type = { name, menu, needsDevice, needsPerson, requiredFields, validityMonths, leadDays, reviewDays, basis, papers, titleLevel, rules, active }
const wechat = { use: 'default', appId: '', templateId: '' }

export const institutionRecipes: Recipes = {
  'home.overview': plain,
  'health.get': plain,
  'statistics.holding': listed((place) => [{ departmentId: place.id('dept') }]),
  'statistics.people': listed((place) => [{ departmentId: place.id('dept'), grouping: 'department', key: place.id('dept') }]),
  'statistics.export': asked((place) => [{ departmentId: place.id('dept') }]),
  'statistics.reminding': asked(() => [{ from: '2026-11-01', to: '2026-11-30' }]),
  'statistics.needs': plain,
  'statistics.save-needs': asked((place) => [{ version: 1, needs: [{ by: 'department', of: place.id('dept'), typeId: `${place.institution}-type-x` }] }]),
  'audit.list': listed((place) => [{ subject: place.id('cert') }]),
  'audit.export': asked((place) => [{ subject: place.id('cert') }]),
  'inbox.list': plain,
  'inbox.unread': plain,
  'inbox.get': ownAsked((place) => [{ id: place.own('inbox') }]),
  'inbox.read': ownAsked((place) => [{ id: place.own('inbox') }]),
  'job.list': plain,
  'job.get': ownAsked((place) => [{ id: place.own('done') }]),
  'job.rows': ownAsked((place) => [{ id: place.own('done') }]),
  'job.run': ownAsked((place) => [{ id: place.own('ready') }]),
  'job.undo': ownAsked((place) => [{ id: place.own('done') }]),
  'type.list': plain,
  'type.get': asked((place) => [{ id: `${place.institution}-type-x` }]),
  'type.save': asked((place) => [{ id: `${place.institution}-type-x`, version: 1, type }]),
  'institution.list': plain,
  'institution.create': asked(() => [{ form: { name: '新的医院', adminName: '陈院长', loginName: 'chen', phone: '' } }]),
  'institution.security': plain,
  'institution.save-security': asked(() => [{ version: 0, rules: { adminsConfirm: false } }]),
  'rules.get': plain,
  'rules.save': asked(() => [{ version: 0, rules: DEFAULT_INSTITUTION_RULES }]),
  'rules.resume': asked((place) => [{ way: 'official-account', accountId: place.id('spare') }]),
  'channel.settings': plain,
  'channel.save-settings': asked(() => [{
    version: 0, secrets: [{ name: 'pushToken', value: 'token' }],
    officialAccount: { ...wechat, layout: OFFICIAL_ACCOUNT_LAYOUT }, subscribeMessage: { ...wechat, layout: SUBSCRIBE_MESSAGE_LAYOUT },
    employeeMessage: { on: false, templateId: '', layout: SUBSCRIBE_MESSAGE_LAYOUT }, mediaCheck: { on: false },
    sms: { use: 'default', appId: '', sign: '', templateId: '', digestTemplateId: '', secretId: '', dailyCap: null, personCap: null },
  }]),
  'channel.test': asked(() => [{ channel: 'home' }]),
  'channel.follow-code': plain,
  'channel.employment': plain,
  'channel.answer-employment': { ...asked(() => [{ templateId: 'e', binding: 'accept', message: 'accept' }]), ends: 'channel.not-offered' },
}
