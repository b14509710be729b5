import { createHash } from 'node:crypto'
import { certificateDeviceRows } from '../../../cloud/certificate-rows'
import type {
  AccountDoc, AttachmentPart, CertificateCycleDoc, CertificateDoc, Collection, DeliveryDoc, DeviceDoc, DeviceRecordDoc, Documents, InboxDoc, JobDoc, JobRowDoc, OriginalDoc, PersonDoc, SubmissionDoc, UploadDoc, WebLogInDoc, WechatLinkDoc,
} from '../../../cloud/documents'
import { DEVICE_OPERATOR } from '../../../domain/certificate/type'
import { DEFAULT_TEMPLATE } from '../../../domain/certificate/default-template'
import { emptyDeviceFields } from '../../../domain/device/device'
import { addDays, dayOf } from '../../../domain/kernel/civil-day'
import { ROLES, type Role } from '../../../domain/account/role'

export const NOW = new Date('2026-11-25T01:00:00Z')
export const TODAY = dayOf(NOW)
export const MINI = 'wx-mini'
export const TEMPLATE = 'tmpl'
export const TICKET = 'T'.repeat(22)
/** Personal data that only those who need it are told whole. */
export const BIRTH_MONTH = '1988-05'
export const RECORD_PHONE = '13912345678'
/** 张三's own institution, and the one whose things he must never meet. */
export const INSTITUTIONS = ['a', 'b'] as const
export type InstitutionId = (typeof INSTITUTIONS)[number]
export const DEPARTMENTS = ['x', 'y'] as const
export type Department = (typeof DEPARTMENTS)[number]

type Seed = { [C in Collection]?: Array<Documents[C]> }
interface Place { institution: InstitutionId; department: Department }

/** Every id says whose it is: `<institution>-<noun>-<department>`. */
export const idOf = ({ institution, department }: Place, noun: string): string => `${institution}-${noun}-${department}`
/** Stands in every text that belongs to one department of one institution and may be seen by nobody outside it. */
export const markOf = ({ institution, department }: Place): string => `机密${institution}${department}`

const editable = (institutionId: string, by: string) => ({ institutionId, version: 1, createdBy: by, createdAt: NOW, updatedBy: by, updatedAt: NOW })

const account = (place: Place, noun: string, over: Partial<AccountDoc>): AccountDoc => ({
  _id: idOf(place, noun), schema: 1, institutionId: place.institution, loginName: idOf(place, noun), name: `${idOf(place, noun)}的主人`, role: 'staff', departmentId: idOf(place, 'dept'),
  personId: null, phone: '13800000001', passwordHash: 'h:right-2026', active: true, version: 1, lockout: { failures: 0, lockedUntil: null }, ...over,
})

/** One of each role in each department, one that is switched off, one that nobody has bound. */
const accountsOf = (place: Place): AccountDoc[] => [
  ...ROLES.map((role: Role) => account(place, role, { role })),
  account(place, 'gone', { active: false }),
  account(place, 'spare', { personId: idOf(place, 'person') }),
]

const linkOf = ({ _id, institutionId }: AccountDoc): WechatLinkDoc =>
  ({ _id: `${MINI}:o-${_id}`, schema: 1, institutionId, accountId: _id, appId: MINI, openid: `o-${_id}`, unionid: `u-${_id}`, boundAt: NOW })

const partOf = (place: Place, noun: string): AttachmentPart =>
  ({ id: idOf(place, noun), name: `${markOf(place)}.jpg`, type: 'image/jpeg', bytes: 9, fileId: `file-${idOf(place, noun)}`, sha256: '' })

const deviceOf = (place: Place): DeviceDoc => ({
  _id: idOf(place, 'dev'), schema: 1, ...editable(place.institution, `${place.institution}-equipment-office-x`), code: place.department === 'x' ? '000001' : '000002',
  fields: { ...emptyDeviceFields(), name: `设备${markOf(place)}`, departmentId: idOf(place, 'dept'), model: markOf(place) }, departmentId: idOf(place, 'dept'), departmentName: idOf(place, 'dept'),
  status: 'in-service', maintainer: markOf(place), tokens: [], attachments: [partOf(place, 'devfile')],
})

/** 工号: letters and digits. */
export const staffNumberOf = ({ institution, department }: Place): string => `GH${institution}${department}`.toUpperCase()

const personOf = (place: Place): PersonDoc => ({
  _id: idOf(place, 'person'), schema: 1, institutionId: place.institution, staffNumber: staffNumberOf(place), name: markOf(place), departmentId: idOf(place, 'dept'), title: '',
  employment: 'permanent', presence: 'present', tokens: [], version: 1,
})

const recordOf = (place: Place): DeviceRecordDoc => ({
  _id: idOf(place, 'record'), schema: 1, institutionId: place.institution, deviceId: idOf(place, 'dev'), kind: 'maintainer', on: '2026-01-01', until: null, title: markOf(place), person: markOf(place),
  phone: RECORD_PHONE, note: markOf(place), attachments: [], byAccountId: `${place.institution}-equipment-office-x`, byName: '设备科', at: NOW,
})

const certificateOf = (place: Place, noun: 'cert' | 'handled'): CertificateDoc => ({
  _id: idOf(place, noun), schema: 1, ...editable(place.institution, `${place.institution}-hospital-admin-x`), typeId: noun === 'cert' ? 'device-operator' : `${place.institution}-type-x`, cycle: 2, personId: null, issuer: markOf(place),
  number: `${noun}-${markOf(place)}`, holderName: markOf(place), gender: null, birthMonth: BIRTH_MONTH, title: '', operableDevice: '', issuedOn: '2023-01-01', validFrom: null,
  expiresOn: addDays(TODAY, 20), warnFrom: addDays(TODAY, -10), longTerm: false, leadDays: 30, sendTime: '08:00:00', description: '', attachments: [partOf(place, 'certfile')],
  deviceIds: [idOf(place, 'dev')], departmentIds: [idOf(place, 'dept')], channels: { home: true, sms: false, wechat: false }, relatedRoles: [], recipientIds: [idOf(place, 'spare')],
  template: DEFAULT_TEMPLATE, createdByName: '管理员', updatedByName: '管理员',
  handling: noun === 'handled' ? { kind: 'review', note: markOf(place), reference: '1', until: addDays(TODAY, 5), byAccountId: idOf(place, 'department-head'), byName: '负责人', at: NOW } : null,
  reminder: { nextAt: null, holdReason: 'told', toldOn: null }, tokens: [],
})

const originalOf = (place: Place): OriginalDoc => ({
  _id: idOf(place, 'cert'), schema: 1, ...editable(place.institution, `${place.institution}-hospital-admin-x`), place: markOf(place),
  loan: { borrower: markOf(place), lentOn: TODAY, dueOn: addDays(TODAY, 3), byAccountId: `${place.institution}-hospital-admin-x` }, papers: { cycle: 2, have: [] },
})

const cycleOf = (place: Place): CertificateCycleDoc => ({
  _id: idOf(place, 'cycle'), schema: 1, institutionId: place.institution, certificateId: idOf(place, 'cert'), cycle: 1, number: markOf(place), issuedOn: '2020-01-01', validFrom: null,
  expiresOn: '2022-12-31', longTerm: false, attachments: [], closedAt: NOW, closedBy: idOf(place, 'department-head'),
})

const turn = (name: 'submitted' | 'returned') => ({ turn: name, byName: '负责人', at: NOW, note: '' })

/** `handed`: by somebody of the department, for those who review. */
const submissionOf = (place: Place, { _id, by, state }: { _id: string; by: string; state: SubmissionDoc['state'] }): SubmissionDoc => ({
  _id, schema: 1, institutionId: place.institution, kind: 'renewal', state, version: 1, certificateId: idOf(place, 'cert'), cycle: 2, personId: null,
  form: { typeId: 'device-operator', deviceIds: [], holderName: markOf(place), number: `renewed-${markOf(place)}`, issuer: '', issuedOn: TODAY, expiresOn: addDays(TODAY, 1400), longTerm: false, note: '' },
  attachments: [partOf(place, 'handedfile')], departmentIds: [idOf(place, 'dept')], byAccountId: by, byName: by, at: NOW, turns: [turn('submitted'), ...(state === 'returned' ? [turn('returned')] : [])],
})

/** A message of today that failed. */
const deliveryOf = (place: Place): DeliveryDoc => ({
  _id: idOf(place, 'delivery'), schema: 1, institutionId: place.institution, day: TODAY, slot: '08:00:00', accountId: idOf(place, 'spare'), accountName: markOf(place), channel: 'sms',
  certificateIds: [idOf(place, 'cert')], mentions: [`${idOf(place, 'cert')}:2`], state: 'failed', route: null, reason: 'x', attempts: 1, claim: null, firstAttemptAt: NOW, dueAt: null,
  providerId: '', createdAt: NOW, settledAt: NOW,
})

const messageOf = (place: Place, { _id, institutionId }: AccountDoc): InboxDoc => ({
  _id: `${_id}-inbox`, schema: 1, institutionId, accountId: _id, deliveryId: `d-${_id}`, at: NOW, title: `信件${_id}`, text: `信件${_id}`,
  items: [{ certificateId: idOf(place, 'cert'), cycle: 2, text: markOf(place), expiresOn: addDays(TODAY, 20) }], readAt: null,
})

const jobOf = ({ _id, institutionId, name }: AccountDoc, state: JobDoc['state'], kind: JobDoc['kind']): JobDoc => ({
  _id: `${_id}-${state}`, schema: 1, institutionId, kind, state, title: `工作${_id}`, params: { from: '', to: '' }, total: 1, applied: 1, refused: 0, createdBy: _id, createdByName: name,
  createdAt: NOW, endedAt: NOW, lease: null,
})

const jobRowOf = ({ _id, institutionId }: JobDoc): JobRowDoc => ({
  _id: `${_id}:1`, schema: 1, institutionId, jobId: _id, row: 1, label: `行${_id}`, data: {}, state: 'applied', problems: [], subjectId: '', before: null,
})

const uploadOf = ({ _id, institutionId }: AccountDoc, over: Pick<UploadDoc, 'state' | 'type'> & { noun: string }): UploadDoc => ({
  _id: `${_id}-${over.noun}`, schema: 1, institutionId, accountId: _id, path: `staging/${institutionId}/${_id}-${over.noun}`, fileId: `file-${_id}-${over.noun}`, name: `${_id}.jpg`, type: over.type,
  bytes: 9, sha256: '', state: over.state, createdAt: NOW,
})

const ownedBy = (place: Place, each: AccountDoc): Seed => {
  const jobs = [jobOf(each, 'done', 'hand-over'), jobOf(each, 'ready', 'hand-over'), { ...jobOf(each, 'done', 'account-import'), _id: `${each._id}-imported` }]
  return {
    submissions: [submissionOf(place, { _id: `${each._id}-submission`, by: each._id, state: 'waiting' }), submissionOf(place, { _id: `${each._id}-returned`, by: each._id, state: 'returned' }),
      { ...submissionOf(place, { _id: `${each._id}-again`, by: each._id, state: 'returned' }), kind: 'new', certificateId: '' }],
    inbox: [messageOf(place, each)],
    jobs,
    job_rows: jobs.map(jobRowOf),
    uploads: [
      uploadOf(each, { noun: 'staged', state: 'begun', type: 'image/jpeg' }), uploadOf(each, { noun: 'kept', state: 'confirmed', type: 'image/jpeg' }),
      uploadOf(each, { noun: 'sheet', state: 'begun', type: 'import/sheet' }), uploadOf(each, { noun: 'photos', state: 'begun', type: 'import/photos' }),
    ],
    sessions: [{ _id: `${each._id}-session`, schema: 1, institutionId: each.institutionId, accountId: each._id, createdAt: NOW, expiresAt: addHours(NOW, 12) }],
  }
}

const addHours = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000)

/** Those who ask are of one department; elsewhere it is enough that somebody has something of his own. */
const asks = ({ institution, department }: Place): boolean => institution === 'a' && department === 'x'

function departmentSeed(place: Place): Seed {
  const accounts = accountsOf(place)
  const device = deviceOf(place)
  const certificates = [certificateOf(place, 'cert'), certificateOf(place, 'handled')]
  return merged([
    {
      departments: [{ _id: idOf(place, 'dept'), schema: 1, institutionId: place.institution, name: idOf(place, 'dept'), parentId: null, order: 1 }],
      dictionary: [{ _id: idOf(place, 'word'), schema: 1, institutionId: place.institution, kind: 'unit', name: `单位${idOf(place, 'word')}`, retired: false, tokens: [], version: 1, at: NOW }],
      accounts,
      wechat_links: accounts.filter(({ _id }) => _id !== idOf(place, 'spare')).map(linkOf),
      employee_bonds: [{ _id: `${MINI}:o-${idOf(place, 'spare')}`, schema: 1, institutionId: place.institution, accountId: idOf(place, 'spare'), appId: MINI, openid: `o-${idOf(place, 'spare')}`, templateId: 'e', related: true, agreed: true, at: NOW }],
      devices: [device],
      device_keys: [{ _id: `${place.institution}:assetNumber:${idOf(place, 'key')}`, schema: 1, institutionId: place.institution, deviceId: idOf(place, 'dev') }],
      people: [personOf(place), { ...personOf(place), _id: idOf(place, 'free'), staffNumber: `${staffNumberOf(place)}F` }],
      device_records: [recordOf(place)],
      print_orders: [{ _id: idOf(place, 'labels'), schema: 1, institutionId: place.institution, deviceIds: [idOf(place, 'dev')], size: '50x30', copies: 1, byAccountId: `${place.institution}-equipment-office-x`, byName: '设备科', at: NOW }],
      certificates,
      certificate_devices: certificates.flatMap((certificate) => certificateDeviceRows(certificate, [device], [])),
      submissions: [submissionOf(place, { _id: idOf(place, 'handed'), by: idOf(place, 'gone'), state: 'waiting' })],
      certificate_cycles: [cycleOf(place)],
      former_scans: [{ _id: idOf(place, 'former'), schema: 1, institutionId: place.institution, certificateId: idOf(place, 'cert'), attachments: [partOf(place, 'formerfile')] }],
      originals: [originalOf(place)],
      deliveries: [deliveryOf(place)],
      channel_marks: [{ _id: `${place.institution}:official-account:${idOf(place, 'spare')}`, schema: 1, institutionId: place.institution, way: 'official-account', accountId: idOf(place, 'spare'), kind: 'steps', code: '43117', at: NOW }],
      audit: [{ _id: idOf(place, 'audit'), schema: 1, institutionId: place.institution, at: NOW, accountId: idOf(place, 'department-head'), accountName: '负责人', operation: 'certificate.save', subject: idOf(place, 'cert'), before: { attachmentIds: [idOf(place, 'formerfile')] }, after: { holderName: markOf(place), attachmentIds: [] } }],
    },
    ...accounts.filter((each) => asks(place) || each._id === idOf(place, 'spare')).map((each) => ownedBy(place, each)),
  ])
}

function institutionSeed(institution: InstitutionId): Seed {
  const type = { ...DEVICE_OPERATOR, id: `${institution}-type-x`, name: `机密${institution}类型` }
  return merged([
    {
      institutions: [{ _id: institution, schema: 1, name: `医院${institution}`, createdAt: NOW }],
      certificate_types: [{ _id: `${institution}:${type.id}`, schema: 1, ...editable(institution, `${institution}-hospital-admin-x`), type }],
      holding_needs: [{
        _id: institution, schema: 1, ...editable(institution, `${institution}-hospital-admin-x`),
        needs: DEPARTMENTS.map((department) => ({ by: 'department' as const, of: idOf({ institution, department }, 'dept'), typeId: type.id })),
      }],
    },
    ...DEPARTMENTS.map((department) => departmentSeed({ institution, department })),
  ])
}

function merged(seeds: readonly Seed[]): Seed {
  const into: Record<string, unknown[]> = {}
  for (const seed of seeds) for (const [collection, docs] of Object.entries(seed)) into[collection] = [...(into[collection] ?? []), ...docs]
  return into as Seed
}

/** Two institutions that are alike, each with two departments and one of everything in each. */
/** Shown on a web page just now, and scanned by nobody yet. */
const logInAsked = (): WebLogInDoc => ({
  _id: createHash('sha256').update(`web-log-in:${TICKET}`).digest('hex'), schema: 1, secretHash: 'h', digits: '27', state: 'waiting', accountId: null, system: 'windows', browser: 'chrome', address: '10.0.0.1',
  begunAt: NOW, expiresAt: new Date(NOW.getTime() + 120_000),
})

export const twoHospitals = (): Seed => merged([...INSTITUTIONS.map(institutionSeed), { web_log_ins: [logInAsked()] }])
