import { HOSPITAL } from '../../demo/departments'
import type { Emulator } from '../../emulator/emulator'

export type Query = Readonly<Record<string, string>>

/** The first of the demo's hospital; 'none' where there is none. */
const first = ({ store }: Emulator, collection: string): string =>
  String(store.find(collection, {}, { sort: { _id: 1 }, limit: 1000 }).docs.find(({ institutionId }) => institutionId === HOSPITAL)?._id ?? 'none')
const certificate = (hospital: Emulator): Query => ({ id: first(hospital, 'certificates') })
const device = (hospital: Emulator): Query => ({ id: first(hospital, 'devices') })
const message = ({ store }: Emulator): Query => ({ id: String(store.find('inbox', { accountId: 'acc-wangjun' }, { sort: { _id: 1 }, limit: 1 }).docs[0]?._id ?? 'none') })
const nothing = (): Query => ({})

/** Every page of the app and what its address carries; a page that is missing here fails the gallery. */
export const PAGES: Readonly<Record<string, (hospital: Emulator) => Query>> = {
  'pages/home/home': nothing,
  'pages/device/list': nothing,
  'pages/certificate/list': nothing,
  'pages/inbox/list': nothing,
  'pages/me/me': nothing,
  'pages/device/record/detail': device,
  'pages/device/record/create': nothing,
  'pages/device/record/edit': device,
  'pages/work/dictionary/list': nothing,
  'pages/label/record/print': nothing,
  'pages/label/record/sheet': (hospital) => ({ id: first(hospital, 'print_orders') }),
  'pages/label/record/orders': nothing,
  'pages/label/record/scan': nothing,
  'pages/certificate/record/detail': certificate,
  'pages/certificate/record/edit': nothing,
  'pages/certificate/record/devices': nothing,
  'pages/certificate/record/people': nothing,
  'pages/certificate/record/deliveries': certificate,
  'pages/certificate/record/history': certificate,
  'pages/certificate/record/mine': nothing,
  'pages/certificate/record/submit': (hospital) => ({ certificate: first(hospital, 'certificates') }),
  'pages/certificate/record/submissions': nothing,
  'pages/certificate/record/submission': (hospital) => ({ id: first(hospital, 'submissions') }),
  'pages/work/plan/list': nothing,
  'pages/work/plan/why-not': nothing,
  'pages/work/health/status': nothing,
  'pages/work/cover/list': nothing,
  'pages/work/review/pack': nothing,
  'pages/work/review/year': nothing,
  'pages/work/review/loans': nothing,
  'pages/inbox/record/detail': message,
  'pages/work/record/export': () => ({ bucket: 'expired', keyword: 'C0' }),
  'pages/work/import/certificates': nothing,
  'pages/work/import/devices': nothing,
  'pages/work/import/people': nothing,
  'pages/work/import/dictionary': nothing,
  'pages/work/import/accounts': nothing,
  'pages/work/record/job': (hospital) => ({ id: first(hospital, 'jobs') }),
  'pages/work/record/batch': nothing,
  'pages/work/record/change': nothing,
  'pages/work/record/hand-over': nothing,
  'pages/me/account/bind': nothing,
  'pages/me/account/log-in': nothing,
  'pages/me/account/confirm': () => ({ scene: 'none' }),
  'pages/work/account/accounts': nothing,
  'pages/work/account/account': (hospital) => ({ id: first(hospital, 'accounts') }),
  'pages/work/account/edit': nothing,
  'pages/me/account/password': nothing,
  'pages/me/account/privacy': nothing,
  'pages/me/account/agree': nothing,
  'pages/me/account/phone': nothing,
  'pages/me/account/mine': nothing,
  'pages/work/person/list': nothing,
  'pages/work/person/detail': (hospital) => ({ id: first(hospital, 'people') }),
  'pages/work/person/edit': nothing,
  'pages/work/statistics/report': nothing,
  'pages/work/statistics/needs': nothing,
  'pages/work/audit/list': nothing,
  'pages/work/channel/mine': nothing,
  'pages/work/channel/settings': nothing,
  'pages/work/type/list': nothing,
  'pages/work/type/edit': nothing,
  'pages/work/rules/institution': nothing,
  'pages/work/rules/security': nothing,
  'pages/work/rules/institutions': nothing,
  'pages/work/licence/list': nothing,
  'pages/work/qualification/list': nothing,
}

/** Pages that somebody sees who is not bound. */
export const UNBOUND = ['pages/me/account/bind', 'pages/me/account/log-in']
