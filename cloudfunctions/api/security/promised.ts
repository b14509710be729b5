import type { Admission } from '../../../contract/operation'
import type { Action } from '../../../domain/account/permissions'
import type { Role } from '../../../domain/account/role'

/**
 * How far somebody gets with an action: `all` of the institution, what belongs to his `department` (and below), what is his `own`, or `no`.
 * Written by hand from B25 and what the hospital asked for, apart from domain/account/permissions, so that each watches the other.
 */
export type Reach = 'all' | 'department' | 'own' | 'no'
type Promise = Readonly<Record<Role, Reach>> & { because: string }

/** `beside`: 审计员 and 平台运维, who work with nothing of the hospital's. */
const promise = (because: string, reach: readonly [Reach, Reach, Reach, Reach, Reach], beside: readonly [Reach, Reach] = ['no', 'no']): Promise => ({
  because, 'hospital-admin': reach[0], 'equipment-office': reach[1], 'department-head': reach[2], staff: reach[3], viewer: reach[4], auditor: beside[0], 'platform-operator': beside[1],
})
const BOTH_OWN = ['own', 'own'] as const

/** 院级管理员, 设备科, 科室负责人, 科室人员, 只读; then 审计员 and 平台运维. */
export const BY_ACTION: Readonly<Record<Action, Promise>> = {
  'account.read': promise('S40: any account may be named as recipient, across departments, by whoever enters certificates', ['all', 'all', 'all', 'all', 'no']),
  'account.invite': promise('S42: 设备科 hands out the codes; a code opens an account', ['all', 'all', 'no', 'no', 'no']),
  'account.write': promise('B25: who gives roles sees the whole institution', ['all', 'all', 'no', 'no', 'no']),
  'audit.read': promise('B25: 院级管理员 looks after those who manage, 设备科 among them; 审计员 does nothing else', ['all', 'no', 'no', 'no', 'no'], ['all', 'no']),
  'department.read': promise('S54: every list is filtered by 科室', ['all', 'all', 'all', 'all', 'all']),
  'person.read': promise('B27: people are seen by those who work beside them', ['all', 'all', 'department', 'department', 'department']),
  'person.write': promise('B27: 负责人 keeps the records of his own people', ['all', 'all', 'department', 'no', 'no']),
  'device.read': promise('S8: whoever has an account sees the devices of his department', ['all', 'all', 'department', 'department', 'department']),
  'device.write': promise('S44: the archive is kept by 设备科', ['all', 'all', 'no', 'no', 'no']),
  'certificate.read': promise('S8, B25: everybody reads what belongs to his department', ['all', 'all', 'department', 'department', 'department']),
  'certificate.write': promise('S12: whoever works there enters and mends; 只读 does not', ['all', 'all', 'department', 'department', 'no']),
  'certificate.handle': promise('S35, B30: whoever works there may report 已提交复审 or put off', ['all', 'all', 'department', 'department', 'no']),
  'certificate.handle-note': promise('B30: 仅标记已处理 and 注销 have weight', ['all', 'all', 'department', 'no', 'no']),
  'certificate.silence-late': promise('B30: no silence passes 有效期−7 without 设备科', ['all', 'all', 'no', 'no', 'no']),
  'submission.write': promise('B16: what somebody handed in is his until it is decided', ['own', 'own', 'own', 'own', 'no']),
  'submission.review': promise('B16: decided by those who answer for the certificate', ['all', 'all', 'department', 'no', 'no']),
  'delivery.read': promise('B7: who sees the certificate sees who was told', ['all', 'all', 'department', 'department', 'department']),
  'delivery.resend': promise('B7: sending again is for those who answer for the reminders', ['all', 'all', 'department', 'no', 'no']),
  'attachment.read': promise('S30: who sees the certificate sees its scans', ['all', 'all', 'department', 'department', 'department']),
  'attachment.write': promise('S30: who enters certificates uploads their scans', ['all', 'all', 'department', 'department', 'no']),
  'inbox.read': promise('S43: a message is its addressee’s', ['own', 'own', 'own', 'own', 'own'], BOTH_OWN),
  'channel.self': promise('S42: one’s own WeChat', ['own', 'own', 'own', 'own', 'own'], BOTH_OWN),
  'settings.write': promise('B14: rules of the whole hospital', ['all', 'all', 'no', 'no', 'no']),
  'review.pack': promise('B17: who answers for a department shows its papers to reviewers', ['all', 'all', 'department', 'no', 'no']),
  'security.write': promise('B25: what administrators must do to come in is decided by 院级管理员', ['all', 'no', 'no', 'no', 'no']),
  'institution.found': promise('B25: 平台运维 makes hospitals and reads nothing of theirs', ['no', 'no', 'no', 'no', 'no'], ['no', 'all']),
  'health.read': promise('B18: who answers for the reminders sees whether they run', ['all', 'all', 'no', 'no', 'no']),
}

/** Any bound account may ask, about himself. */
const OWN = promise('about oneself', ['own', 'own', 'own', 'own', 'own'], BOTH_OWN)

/** Where an operation is narrower or wider than its action. */
const BY_OPERATION: Readonly<Record<string, Promise>> = {
  'department.list': promise('S54: the filter by 科室 and every form offer all departments', ['all', 'all', 'all', 'all', 'all']),
  'dictionary.list': promise('S52: every form offers the hospital’s own words', ['all', 'all', 'all', 'all', 'all']),
  'attachment.confirm': promise('architecture §8: a staged file is its uploader’s, whoever else may upload', ['own', 'own', 'own', 'own', 'no']),
  'attachment.read-text': promise('B15: a staged photo is its uploader’s, whoever else may upload', ['own', 'own', 'own', 'own', 'no']),
  'attachment.discard': promise('architecture §8: a staged file is its uploader’s, whoever else may upload', ['own', 'own', 'own', 'own', 'no']),
  'import.unpack': promise('architecture §8: a staged file is its uploader’s, whoever else may upload', ['own', 'own', 'own', 'own', 'no']),
  'certificate-import.preview': promise('architecture §8: a staged file is its uploader’s, whoever else may enter certificates', ['own', 'own', 'own', 'own', 'no']),
  'certificate-import.start': promise('architecture §8: a staged file is its uploader’s, whoever else may enter certificates', ['own', 'own', 'own', 'own', 'no']),
  'certificate-import.faulty': promise('architecture §8: a staged file is its uploader’s, whoever else may enter certificates', ['own', 'own', 'own', 'own', 'no']),
  'account-import.preview': promise('architecture §8: a staged file is its uploader’s, whoever else may make accounts', ['own', 'own', 'no', 'no', 'no']),
  'account-import.start': promise('architecture §8: a staged file is its uploader’s, whoever else may make accounts', ['own', 'own', 'no', 'no', 'no']),
  'account-import.faulty': promise('architecture §8: a staged file is its uploader’s, whoever else may make accounts', ['own', 'own', 'no', 'no', 'no']),
  'account-import.codes': promise('S42: the codes of an import open its accounts, and are handed out by who made it', ['own', 'own', 'no', 'no', 'no']),
  'device-import.preview': promise('architecture §8: a staged file is its uploader’s, whoever else may keep the archive', ['own', 'own', 'no', 'no', 'no']),
  'device-import.start': promise('architecture §8: a staged file is its uploader’s, whoever else may keep the archive', ['own', 'own', 'no', 'no', 'no']),
  'device-import.faulty': promise('architecture §8: a staged file is its uploader’s, whoever else may keep the archive', ['own', 'own', 'no', 'no', 'no']),
  'dictionary-import.preview': promise('architecture §8: a staged file is its uploader’s, whoever else may keep the dictionaries', ['own', 'own', 'no', 'no', 'no']),
  'dictionary-import.start': promise('architecture §8: a staged file is its uploader’s, whoever else may keep the dictionaries', ['own', 'own', 'no', 'no', 'no']),
  'dictionary-import.faulty': promise('architecture §8: a staged file is its uploader’s, whoever else may keep the dictionaries', ['own', 'own', 'no', 'no', 'no']),
  'person-import.preview': promise('architecture §8: a staged file is its uploader’s, whoever else may keep records of people', ['own', 'own', 'own', 'no', 'no']),
  'person-import.start': promise('architecture §8: a staged file is its uploader’s, whoever else may keep records of people', ['own', 'own', 'own', 'no', 'no']),
  'person-import.faulty': promise('architecture §8: a staged file is its uploader’s, whoever else may keep records of people', ['own', 'own', 'own', 'no', 'no']),
  'submission.submit': promise('B16: whoever works there hands in renewals of what he sees, and his own', ['all', 'all', 'department', 'department', 'no']),
  'submission.get': promise('B16: its submitter sees it, and who may review it', ['all', 'all', 'department', 'own', 'no']),
  'submission.list': promise('B16: what one reviews and what one handed in', ['all', 'all', 'department', 'own', 'no']),
  'certificate.mine': promise('B27: what is one’s own by the linked record', ['own', 'own', 'own', 'own', 'own']),
  'account.why-not': promise('B7: everybody asks about himself, who hands out accounts about all', ['all', 'all', 'own', 'own', 'own'], BOTH_OWN),
  'job.get': promise('architecture §3: its maker sees a job, and those who see the whole institution', ['all', 'all', 'own', 'own', 'own'], BOTH_OWN),
  'job.rows': promise('architecture §3: its maker sees a job, and those who see the whole institution', ['all', 'all', 'own', 'own', 'own'], BOTH_OWN),
  'statistics.needs': promise('B31: who needs what is the hospital’s, everybody reads it', ['all', 'all', 'all', 'all', 'all']),
  'type.get': promise('B14: types are the hospital’s, everybody reads them', ['all', 'all', 'all', 'all', 'all']),
}

/** Reached by a visitor without an account: each is a way in and says nothing of what lies inside. */
export const WITHOUT_ACCOUNT: Readonly<Record<string, string>> = {
  'account.me': 'tells a stranger that he is one',
  'account.bind': 'S42: ties a WeChat to an account, for a password, a code or a ticket for a number that WeChat vouched for',
  'account.find-by-phone': 'S42: tells whose account has the number that WeChat vouches to be the caller’s own',
  'account.log-in': 'S56: opens a session for name and password',
  'account.begin-web-log-in': 'B22: a code for the phone; opens nothing until somebody bound confirms',
  'account.take-web-log-in': 'B22: the session, for whoever holds the secret of a confirmed code',
  'account.set-password': 'S42: chooses a password, for a one-time code',
}

/** null: nobody wrote down who may ask this. */
export function promisedFor({ name, may }: { name: string; may: Admission }, role: Role): Reach | null {
  const own = BY_OPERATION[name]
  if (own) return own[role]
  if (may === 'identified') return WITHOUT_ACCOUNT[name] === undefined ? null : 'own'
  return may === 'signed-in' ? OWN[role] : (BY_ACTION[may]?.[role] ?? null)
}
