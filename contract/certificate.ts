import * as v from 'valibot'
import { personal } from '../domain/account/personal-mark'
import { certificateFormSchema } from '../domain/certificate/certificate'
import { TYPE_MENUS } from '../domain/certificate/type-menu'
import { handlingKindSchema } from '../domain/certificate/handling'
import { WECHAT_WAYS } from '../domain/reminder/channel'
import { reach } from './account'
import { attachmentView } from './attachment'
import { UNMASKED } from './hourly'
import { command, query } from './operation'
import { count, day, id, instant, keyword, named, optionalDay, pageOf, paging, text } from './shapes'

/** The form's shape (S18–S30, S38–S41); what its values may be is judged by `checkForm` in domain/certificate/form, at the field. */
export const certificateForm = certificateFormSchema
export type CertificateForm = v.InferOutput<typeof certificateForm>

const deviceRef = v.strictObject({ id, code: v.string(), name: v.string(), department: named, model: v.string(), type: v.string(), unit: v.string() })

/** What stands for a warning: who handled it, how, until when. */
export const handlingView = v.strictObject({
  kind: handlingKindSchema,
  note: v.string(),
  /** 受理号, for 已提交复审. */
  reference: v.string(),
  until: optionalDay,
  by: v.string(),
  at: instant,
})

const personalNumber = v.pipe(v.string(), personal('number'))

/** One certificate in a list: enough for the phone's entry and its state mark. */
export const certificateEntry = v.strictObject({
  id,
  version: count,
  /** What it is called, unless it is a 设备操作证 as the guide has it: then ''. */
  typeName: v.string(),
  number: personalNumber,
  holderName: v.string(),
  title: v.string(),
  /** The first three devices; `deviceCount` says how many there are. */
  devices: v.array(deviceRef),
  deviceCount: count,
  expiresOn: optionalDay,
  longTerm: v.boolean(),
  /** Of 保养计划 and 计量计划 only (S48): 周期 in months, 上次日期, and the turn it is in. */
  plan: v.optional(v.strictObject({ cycleMonths: count, lastOn: optionalDay, cycle: count })),
  leadDays: count,
  sendTime: v.string(),
  handling: v.nullable(handlingView),
  nextSendAt: v.nullable(instant),
  /** A renewal of it waits for a review (B16). */
  waiting: v.optional(v.literal(true)),
  /** It has a picture, to be asked with `certificate.photos`. */
  pictured: v.optional(v.literal(true)),
})
export type CertificateEntry = v.InferOutput<typeof certificateEntry>

export const certificateBucket = v.picklist(['expired', 'within-30', 'within-90', 'within-180', 'ok', 'long-term'])

/** What narrows every list of certificates. `menu`: every type under one menu name; `typeId`: one type. */
export const certificateFilters = {
  keyword, departmentId: v.optional(id), deviceType: v.optional(text(40)), bucket: v.optional(certificateBucket), deviceId: v.optional(id),
  menu: v.optional(v.picklist(TYPE_MENUS)), typeId: v.optional(id),
}

/** By 有效期, 长期有效 as the farthest: the nearest first unless `far` is asked for. */
const order = v.optional(v.picklist(['near', 'far']))

/** One entry per certificate (S9). `counts` are per bucket under the same other filters (B26). */
export const listCertificates = query('certificate.list', {
  input: v.strictObject({ ...certificateFilters, order, ...paging }),
  output: v.strictObject({
    rows: v.array(certificateEntry), total: count, page: count, pageSize: count,
    counts: v.strictObject({ expired: count, 'within-30': count, 'within-90': count, 'within-180': count, ok: count, 'long-term': count }),
  }),
  may: 'certificate.read',
})

/** Links to small pictures of the first photo of certificates, for a list. Left out: what the caller may not see, what has no photo, and a hidden one. */
export const certificatePhotos = query('certificate.photos', {
  input: v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(50)) }),
  output: v.strictObject({ photos: v.array(v.strictObject({ id, url: v.string() })) }),
  may: 'certificate.read',
})

/** The guide's row: one per certificate × device (S8, S9). One without devices has one row, whose `deviceId` is '' and whose department may be unknown. */
export const certificateDeviceRow = v.strictObject({
  certificateId: id, typeId: v.string(), deviceId: v.string(), deviceName: v.string(), deviceCode: v.string(), number: personalNumber, holderName: v.string(),
  expiresOn: optionalDay, longTerm: v.boolean(), deviceType: v.string(), department: v.strictObject({ id: v.string(), name: v.string() }), leadDays: count, sendTime: v.string(), unit: v.string(),
  handling: v.nullable(handlingView),
})
export type CertificateDeviceRow = v.InferOutput<typeof certificateDeviceRow>
export const listCertificateDevices = query('certificate.table', {
  input: v.strictObject({ ...certificateFilters, order, ...paging }),
  output: pageOf(certificateDeviceRow),
  may: 'certificate.read',
})

const recipient = v.strictObject({ id, name: v.string(), because: v.array(v.picklist(['creator', 'editor', 'named'])), reach })

/** Everything the detail and the form need. `form` is what `certificate.save` takes back. Failure: not-found. */
export const getCertificate = query('certificate.get', {
  input: v.strictObject({ id }),
  output: v.strictObject({
    certificate: v.strictObject({
      id, version: count, cycle: count, form: certificateForm, devices: v.array(deviceRef), attachments: v.array(attachmentView),
      recipients: v.array(recipient), handling: v.nullable(handlingView), nextSendAt: v.nullable(instant),
      /** Why nothing is sent next, when `nextSendAt` is null: a reason of domain/reminder/plan. */
      holdReason: v.nullable(v.string()),
      /** The last day on which its warning was told: nobody is told twice a day (B8). */
      toldOn: optionalDay,
      createdBy: v.string(), createdAt: instant, updatedBy: v.string(), updatedAt: instant,
      mayWrite: v.boolean(), mayHandle: v.boolean(), mayNote: v.boolean(),
      /** A renewal of it that waits for a review (B16). */
      waiting: v.optional(v.strictObject({ id, by: v.string(), at: instant })),
    }),
    today: day,
  }),
  may: 'certificate.read',
})

/**
 * Saves a new certificate (`id` null) or a changed one. Failures: invalid-input {fields}, certificate.changed-meanwhile {by, at, version},
 * device.not-found {ids}, attachment.not-staged {ids}, account.not-found {ids}, certificate.number-taken {id}.
 */
export const saveCertificate = command('certificate.save', {
  input: v.strictObject({ id: v.nullable(id), version: v.nullable(count), form: certificateForm }),
  output: v.strictObject({ id, version: count, nextSendAt: v.nullable(instant) }),
  may: 'certificate.write',
})

/**
 * Handles the warning (S35, B1, B30): stops every channel for every recipient. Failures: handling.note-missing, handling.until-too-late {latest},
 * handling.until-passed, handling.expiry-not-later, certificate.changed-meanwhile, forbidden.
 */
export const handleCertificate = command('certificate.handle', {
  input: v.strictObject({
    id, version: count, kind: handlingKindSchema, note: text(200), reference: text(60), until: optionalDay,
    /** For 已换证: the new cycle's dates and scans. */
    renewal: v.nullable(v.strictObject({ number: text(60), issuedOn: optionalDay, expiresOn: optionalDay, longTerm: v.boolean(), attachmentIds: v.pipe(v.array(id), v.maxLength(9)) })),
  }),
  output: v.strictObject({ version: count, nextSendAt: v.nullable(instant) }),
  may: 'certificate.handle',
})

/**
 * Hands the warning over to another account of the institution (B1): it stays open, and he is told from now on. Failures: account.not-found {ids},
 * transfer.to-oneself, transfer.already-named, certificate.too-many-recipients, handling.already-revoked, certificate.changed-meanwhile, forbidden.
 */
export const transferCertificate = command('certificate.transfer', {
  input: v.strictObject({ id, version: count, accountId: id, note: text(200) }),
  output: v.strictObject({ version: count, nextSendAt: v.nullable(instant) }),
  may: 'certificate.handle',
})

/** Takes back a handling: reminding goes on. */
export const reopenCertificate = command('certificate.reopen', {
  input: v.strictObject({ id, version: count }),
  output: v.strictObject({ version: count, nextSendAt: v.nullable(instant) }),
  may: 'certificate.handle',
})

export const deliveryView = v.strictObject({
  id, day, slot: v.string(), accountId: id, account: v.string(), channel: v.picklist(['home', 'sms', 'wechat']),
  /** Which WeChat way was taken; null for the other channels or while queued. */
  route: v.nullable(v.picklist(WECHAT_WAYS)),
  state: v.picklist(['queued', 'sending', 'sent', 'failed', 'unknown', 'held']),
  /** A reason or provider code in dotted form, worded by the app; '' when sent. */
  reason: v.string(),
  at: instant,
  readAt: v.nullable(instant),
})
/** Who was told when by which channel, newest first (B7). */
export const listDeliveries = query('certificate.deliveries', {
  input: v.strictObject({ id, ...paging }),
  output: pageOf(deliveryView),
  may: 'certificate.read',
})

const historyValue = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
/** One change of a certificate: `operation` says what was done, `changes` which fields it touched; lists are told by how many came and went. */
export const historyEntry = v.strictObject({
  id, at: instant, by: v.string(), operation: v.string(),
  /** How a warning was handled; null for other operations. */
  kind: v.nullable(handlingKindSchema),
  changes: v.array(v.pipe(v.strictObject({ field: v.string(), before: historyValue, after: historyValue, added: count, removed: count }), personal('change'))),
  /** Scans that this change took from the certificate, kept as originals (S32); absent: none. */
  formerScans: v.optional(v.array(attachmentView)),
})
/** Who changed what when, newest first (B25). Failure: not-found. */
export const certificateHistory = query('certificate.history', {
  input: v.strictObject({ id, ...paging }),
  output: pageOf(historyEntry),
  may: 'certificate.read',
})

/** A former cycle of the renewal chain; `gapDays`: days after its last day on which nothing was valid, before the next cycle began. */
export const certificateCycle = v.strictObject({
  cycle: count, number: personalNumber, issuedOn: optionalDay, validFrom: optionalDay, expiresOn: optionalDay, longTerm: v.boolean(),
  attachments: v.array(attachmentView), closedAt: instant, closedBy: v.string(), gapDays: count,
})
/** The renewal chain without the present cycle, newest first (B13). Failure: not-found. */
export const certificateChain = query('certificate.chain', {
  input: v.strictObject({ id }),
  output: v.strictObject({ cycles: v.array(certificateCycle) }),
  may: 'certificate.read',
})

/** The whole 证件号 and 出生年月, for whoever sees them masked; that he looked is on record (PIPL). Failure: not-found. */
export const unmaskCertificate = command('certificate.unmask', {
  input: v.strictObject({ id }),
  output: v.strictObject({ number: v.string(), birthMonth: v.nullable(v.string()) }),
  may: 'certificate.read',
  fresh: true,
  own: true,
  hourly: UNMASKED,
})
