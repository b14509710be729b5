import type { AttachmentPart, CertificateCycleDoc, FormerScansDoc } from './certificate-past-doc'
import type { MediaCheckDoc } from './media-check-doc'
import type { Browser, System, WebLogInPurpose, WebLogInState } from '../domain/account/web-log-in'
import type { Role } from '../domain/account/role'
import type { Gender } from '../domain/certificate/certificate'
import type { HandlingKind } from '../domain/certificate/handling'
import type { Loan } from '../domain/certificate/original'
import type { DeviceFields, DeviceStatus } from '../domain/device/device'
import type { WordKind } from '../domain/dictionary/entry'
import type { CertificateType } from '../domain/certificate/type'
import type { InstitutionRules } from '../domain/institution/rules'
import type { StoredSecurity } from '../domain/institution/security'
import type { CivilDay } from '../domain/kernel/civil-day'
import type { SendTime } from '../domain/kernel/send-time'
import type { LabelSize } from '../domain/label/size'
import type { SubmissionForm, SubmissionKind, SubmissionState, SubmissionTurn } from '../domain/submission/submission'
import type { Need } from '../domain/statistics/holding'
import type { WechatWay } from '../domain/reminder/channel'
import type { Layout } from '../domain/reminder/wechat-layout'

export type { AttachmentPart, CertificateCycleDoc } from './certificate-past-doc'

/** Every stored document. Instants are Dates (UTC), days are YYYY-MM-DD in the hospital's zone. `schema` counts the shape; cloud/migrations.ts brings an earlier one forward. */
interface Stored { _id: string; schema: 1 }
interface OfInstitution extends Stored { institutionId: string }
interface Editable extends OfInstitution { version: number; createdBy: string; createdAt: Date; updatedBy: string; updatedAt: Date }

/** `digestOn`: the day whose 每日运行摘要 its managers have (B18); absent: none yet. `security` absent: the defaults of domain/institution/security.ts. `retainedOn`: when its 保存期限 were last gone by; absent: not yet. */
export interface InstitutionDoc extends Stored { name: string; createdAt: Date; digestOn?: CivilDay; security?: StoredSecurity; retainedOn?: CivilDay }
/** A secret as it lies in the store (cloud/secret-box.ts). `tail`: its last four signs, '' when it is short. */
export interface SealedSecret { keyId: string; iv: string; tag: string; text: string; tail: string }
export type ChannelSecret = 'officialSecret' | 'pushToken' | 'pushAesKey' | 'miniSecret' | 'smsSecretKey'
/** `default`: what the environment sets up; `own`: the institution's own account; `off`: not used. */
export type ChannelUse = 'default' | 'own' | 'off'
/** An institution's channels; `_id` is the institution's. */
export interface ChannelSettingsDoc extends OfInstitution {
  version: number
  officialAccount: { use: ChannelUse; appId: string; templateId: string; layout: Layout }
  subscribeMessage: { use: ChannelUse; appId: string; templateId: string; layout: Layout }
  /** Caps count messages of one local day; null: none. */
  sms: { use: ChannelUse; appId: string; sign: string; templateId: string; digestTemplateId: string; secretId: string; dailyCap: number | null; personCap: number | null }
  /** 用工消息, by the mini-program that sends subscription messages; absent: off. */
  employeeMessage?: { on: boolean; templateId: string; layout: Layout }
  /** Uploaded pictures are shown to WeChat's content check, by the same mini-program; absent: they are not. */
  mediaCheck?: { on: boolean }
  secrets: Partial<Record<ChannelSecret, SealedSecret>>
  updatedBy: string; updatedAt: Date
}
/** Stored when a hospital edits or adds a type: `_id` is `<institutionId>:<typeId>`. Types that nobody edited are domain/certificate/type-presets.ts. */
export interface CertificateTypeDoc extends Editable { type: CertificateType }
/** `_id` is the institution's. None: the defaults of domain/institution/rules.ts. */
export interface InstitutionRulesDoc extends Editable {
  rules: InstitutionRules
  /** Types whose certificates are to be reckoned anew; null: all. The walk empties it (cloud/repositories/reckon-anew.ts). */
  reckonAnew: { typeIds: string[] | null; since: Date } | null
}
/**
 * What WeChat taught us (B28); `_id` is `<institutionId>:<way>:<accountId or *>`. `steps`: told this person too often (43117), so he hears on 节点
 * only. `stopped`: the template is banned (43116), so nobody hears by this way until a manager resumes it.
 */
export interface ChannelMarkDoc extends OfInstitution { way: WechatWay; accountId: string; kind: 'steps' | 'stopped'; code: string; at: Date }
/** Who needs what (B31); `_id` is the institution's. */
export interface HoldingNeedsDoc extends Editable { needs: Need[] }
/** `retired`: nothing is under it and nothing comes under it any more; `mergedInto`: what it became. `version` counts changes; absent: none yet. */
export interface DepartmentDoc extends OfInstitution { name: string; parentId: string | null; order: number; retired?: boolean; mergedInto?: string; version?: number }
/** A word that the archive is written in; its copies stand as text in devices and their records. `retired` and `mergedInto` as with departments. */
export interface DictionaryDoc extends OfInstitution { kind: WordKind; name: string; retired: boolean; mergedInto?: string; tokens: string[]; version: number; at: Date }
/** B27. */
export interface PersonDoc extends OfInstitution {
  staffNumber: string; name: string; departmentId: string; title: string
  employment: 'permanent' | 'contract' | 'temporary' | 'resident' | 'visiting' | 'vendor'
  /** `leftAt`: since when he is gone, for 保存期限; absent or null: he is here, or left before this was kept. */
  presence: 'present' | 'away' | 'left'; leftAt?: Date | null
  /** What he is found by. */
  tokens: string[]
  /** Counts changes; absent: none yet. */
  version?: number
}
export interface AccountDoc extends OfInstitution {
  loginName: string; name: string; role: Role; departmentId: string | null; personId: string | null; phone: string
  /** scrypt, `<salt>:<hash>` in base64; '' while none is set: no password fits it. */
  passwordHash: string
  active: boolean
  /** Counts an administrator's changes; absent: none yet. */
  version?: number
  /** Who is told in his place once he has left (B20, B27). */
  successorAccountId?: string | null
  lockout: { failures: number; lockedUntil: Date | null }
}
/** `_id` is `<appid>:<openid>`; one account has at most one link. */
export interface WechatLinkDoc extends OfInstitution { accountId: string; appId: string; openid: string; unionid: string; boundAt: Date }
/**
 * What somebody answered when the hospital offered him 用工消息; `_id` is `<mini-program's appid>:<openid>`. `related`: WeChat holds the relation,
 * until it is told that he left. `agreed`: he takes messages of `templateId`.
 */
export interface EmployeeBondDoc extends OfInstitution { accountId: string; appId: string; openid: string; templateId: string; related: boolean; agreed: boolean; at: Date }
/**
 * Who follows the official account; `_id` is `<official appid>:<official openid>`. Deleted on unfollow, as WeChat demands.
 * `accountId`: whose code he scanned, where no unionid tells it.
 */
export interface FollowerDoc extends Stored { appId: string; openid: string; unionid: string; followedAt: Date; accountId?: string }
/** `_id` is the SHA-256 of the token. `provenAt`: when he last proved himself in it; absent: when it began. */
export interface SessionDoc extends OfInstitution { accountId: string; createdAt: Date; expiresAt: Date; provenAt?: Date }
/** `_id` is the HMAC of the code. */
export interface BindCodeDoc extends OfInstitution { accountId: string; loginName: string; expiresAt: Date; usedAt: Date | null; createdBy: string }
/**
 * A log-in that a browser asks of a bound phone; `_id` and `secretHash` are hashes of what the code and the browser carry. `address`: the browser's.
 * `purpose` absent: log-in. `onlyFor`: the one account that may answer, where it is known. `sessionId`: the session that it proves anew.
 */
export interface WebLogInDoc extends Stored {
  purpose?: WebLogInPurpose; onlyFor?: string; sessionId?: string
  secretHash: string; digits: string; state: WebLogInState; accountId: string | null; system: System; browser: Browser; address: string; begunAt: Date; expiresAt: Date
}
/** Failed bind or log-in attempts by caller; `_id` is `<kind>:<openid or address>`. Calls of an hour by account: `hourly:<operation>:<account>:<hour>` (cloud/gate/hourly.ts). */
export interface AttemptDoc extends Stored { failures: number; since: Date; lockedUntil: Date | null }
/** `_id` is `<accountId>:<templateId>`. `reported` by the phone, `pushed` by WeChat: the same consents told twice (domain/account/consent.ts). */
export interface SubscriptionCreditDoc extends OfInstitution { accountId: string; templateId: string; remaining: number; granted: number; sent: number; reported?: number; pushed?: number }
export interface SubscriptionGrantDoc extends OfInstitution { accountId: string; templateId: string; at: Date }

export interface DeviceDoc extends Editable {
  /** 唯一码, six digits. */
  code: string
  fields: DeviceFields
  departmentId: string
  departmentName: string
  status: DeviceStatus
  maintainer: string
  tokens: string[]
  /** People it demands at least (B4); absent: one. */
  holdersWanted?: number
  /** Files of the archive (S48). */
  attachments?: AttachmentPart[]
  /** Its certificates still carry what it was before: to be written anew (cloud/repositories/device-copies.ts). */
  copiesOwed?: boolean
}

/** Whose a 设备编码 or 序列号 is, so that no two at once get it: `_id` is `<institution>:<number>:<hash>`. Devices from before have none until they are changed. */
export interface DeviceKeyDoc extends OfInstitution { deviceId: string }

/** What happened to a device (S48): 维保商, 历史工单, 转科记录. Texts are '' where the kind has none. */
export interface DeviceRecordDoc extends OfInstitution {
  deviceId: string
  kind: 'maintainer' | 'service' | 'transfer'
  /** Begin of a contract, day of a service or of a transfer. */
  on: CivilDay
  /** End of a contract. */
  until: CivilDay | null
  /** The company; kind of a service; department after a transfer. */
  title: string
  /** Contact of a company; who did a service; department before a transfer. */
  person: string
  phone: string
  note: string
  attachments: AttachmentPart[]
  byAccountId: string
  byName: string
  at: Date
}
/** 二维码打印订单: which labels were printed, in which size, to print them again (S2, B24). */
export interface PrintOrderDoc extends OfInstitution { deviceIds: string[]; size: LabelSize; copies: number; byAccountId: string; byName: string; at: Date }

/**
 * Days on which somebody may operate a device, from today's or the next certificate on without a gap; `_id` is the device's. None: nobody may.
 * A copy for counting: worked out anew after each certificate's change and every night.
 */
export interface DeviceCoverDoc extends OfInstitution { departmentId: string; from: CivilDay; until: CivilDay }

export interface HandlingPart { kind: HandlingKind; note: string; reference: string; until: CivilDay | null; byAccountId: string; byName: string; at: Date }

export interface CertificateDoc extends Editable {
  typeId: string
  /** Which turn of the renewal chain this is, from 1 (B13). */
  cycle: number
  personId: string | null
  issuer: string; number: string; holderName: string; gender: Gender | null; birthMonth: string | null; title: string; operableDevice: string
  issuedOn: CivilDay | null; validFrom: CivilDay | null; expiresOn: CivilDay | null; longTerm: boolean
  /** 周期 of 保养计划 and 计量计划 (S48), in months; every other certificate lacks it. */
  cycleMonths?: number | undefined
  leadDays: number; sendTime: SendTime; description: string
  /** First day of its warning, 有效期 − 提前量: what needs somebody is found by it. null when it never expires. */
  warnFrom: CivilDay | null
  attachments: AttachmentPart[]
  deviceIds: string[]
  /** Departments of its devices now: the scope and the list filter (S54). */
  departmentIds: string[]
  channels: { home: boolean; sms: boolean; wechat: boolean }
  relatedRoles: Array<'creator' | 'editor'>
  recipientIds: string[]
  template: string
  createdByName: string
  updatedByName: string
  handling: HandlingPart | null
  /** What waits for a review of it (B16): at most one. Absent or null: nothing does. */
  submissionId?: string | null
  /** Every device that it names is out of use: it reminds nobody (B34). */
  devicesRetired?: boolean
  /** Last day on which its warning was told: a change on the same day never tells twice. Written by the engine, deaf to `version`. */
  reminder: { nextAt: Date | null; holdReason: string | null; toldOn: CivilDay | null }
  tokens: string[]
}

/**
 * The guide's row, one per certificate × device, with copies that lists need; `_id` is `<certificateId>:<deviceId>`. A certificate without
 * devices has one row, whose `deviceId` and copies of the device are ''.
 */
export interface CertificateDeviceDoc extends Omit<OfInstitution, 'schema'> {
  /** 2: carries its certificate’s type (cloud/migrations.ts). */
  schema: 2
  certificateId: string; typeId: string; deviceId: string; deviceCode: string; deviceName: string; deviceType: string; deviceModel: string; unit: string
  departmentId: string; departmentName: string
  number: string; holderName: string; title: string; expiresOn: CivilDay | null; longTerm: boolean; leadDays: number; sendTime: SendTime
  /** 生效日期, else 签发日期, else '' (valid ever since): never null, so that «valid from … to today» is one range. */
  validFrom: CivilDay | ''
  handling: HandlingPart | null
  tokens: string[]
}
/**
 * The paper itself (B36): where it lies, who has borrowed it, and which papers for its review are at hand, of which cycle; `_id` is the certificate's.
 * Loans that are over are in the audit.
 */
export interface OriginalDoc extends Editable { place: string; loan: (Loan & { byAccountId: string }) | null; papers: { cycle: number; have: string[] } }

/** A renewal, or a certificate that is not entered yet, which a holder handed in for review (B16). */
export interface SubmissionDoc extends OfInstitution {
  kind: SubmissionKind; state: SubmissionState; version: number
  /** The certificate to be renewed, or the one that came of it; '' before that. */
  certificateId: string
  /** Of the certificate when it was handed in; 0 for a new one. */
  cycle: number
  /** The holder's record, when it is known whose it is. */
  personId: string | null
  form: Omit<SubmissionForm, 'attachmentIds'>
  attachments: AttachmentPart[]
  /** Whose it is to review. */
  departmentIds: string[]
  byAccountId: string; byName: string
  /** The last time it was handed in. */
  at: Date
  turns: Array<{ turn: SubmissionTurn; byName: string; at: Date; note: string }>
}

export type Channel = 'home' | 'sms' | 'wechat'
/** `_id` is `<institution>:<day>:<slot>:<account>:<channel>:<n>` (architecture §5). */
export interface DeliveryDoc extends OfInstitution {
  day: CivilDay; slot: SendTime; accountId: string; accountName: string; channel: Channel
  /** What it was planned to tell of. */
  certificateIds: string[]
  /** What it tells of, `<certificateId>:<cycle>` each, for the once-a-day rule. */
  mentions: string[]
  /** Why it does not tell of some after all (B7); missing: the one `reason` holds for all. */
  dropped?: Array<{ mention: string; reason: string }>
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'held'
  route: WechatWay | null
  reason: string
  attempts: number
  claim: { token: string; deadline: Date } | null
  firstAttemptAt: Date | null
  /** An attempt of it may have arrived: it is repeated only where the provider drops repeats, and never becomes «not told». */
  doubtful?: boolean
  /** When to try (again); null when there is nothing left to do. */
  dueAt: Date | null
  providerId: string
  createdAt: Date
  settledAt: Date | null
}
export interface DeliveryAttemptDoc extends OfInstitution { deliveryId: string; at: Date; route: string; ok: boolean; class: string; code: string; providerId: string; elapsedMs: number }
export interface InboxDoc extends OfInstitution {
  accountId: string; deliveryId: string; at: Date; title: string; text: string
  items: Array<{ certificateId: string; cycle: number; text: string; expiresOn: CivilDay }>
  readAt: Date | null
  /** It is about something that was handed in (B16), and leads there. */
  submissionId?: string
}
/** `_id` is `<institution or openid>:<requestId>`; holds the answer for 24 h. */
export interface RequestDoc extends Stored { owner: string; operation: string; inputHash: string; reply: string; at: Date }
export interface AuditDoc extends OfInstitution { at: Date; accountId: string; accountName: string; operation: string; subject: string; before: unknown; after: unknown }
/** `_id` is `<institution>:<name>`; `value` is the last number given. The 唯一码 counts under `<institution>:device-code`. */
export interface CounterDoc extends OfInstitution { value: number }
/** `_id` is `heartbeat` (of `remind`), `heartbeat:<door>`, `lease:<institution>` or `cover-walk`. */
export interface RunDoc extends Stored { at: Date; token: string; deadline: Date | null; counts: Record<string, number> }
export interface WechatEventDoc extends Stored { at: Date }
/** A provider's access token; `_id` is the appid. */
export interface TokenDoc extends Stored { token: string; expiresAt: Date }
/** A staged file until it is saved with its record. */
export interface UploadDoc extends OfInstitution {
  accountId: string; path: string; fileId: string; name: string; type: string; bytes: number; sha256: string
  /** `dropped`: its file is being deleted, nobody may take it any more. */
  state: 'begun' | 'confirmed' | 'dropped'; createdAt: Date
}

/** Work larger than one transaction (import, hand-over, change of many): rows applied in batches, idempotent by row, resumable after any crash. */
export interface JobDoc extends OfInstitution {
  kind: 'device-import' | 'certificate-import' | 'person-import' | 'account-import' | 'hand-over' | 'certificate-change' | 'rules-recompute' | 'dictionary-import' | 'dictionary-change'
  /** `dropped`: its rows are being deleted, nobody sees it any more. */
  state: 'ready' | 'running' | 'done' | 'undoing' | 'undone' | 'dropped'
  title: string
  /** What all rows share; its shape belongs to the kind. */
  params: unknown
  total: number; applied: number; refused: number
  createdBy: string; createdByName: string; createdAt: Date; endedAt: Date | null
  /** Who works it now; a lease that ran out is taken over. */
  lease: { token: string; deadline: Date } | null
}
/** One row of a job; `_id` is `<jobId>:<row>`, rows count from 1. */
export interface JobRowDoc extends OfInstitution {
  jobId: string; row: number
  /** What a person knows it by. */
  label: string
  /** Its shape belongs to the kind. */
  data: unknown
  /** `kept`: it could not be taken back. */
  state: 'pending' | 'applied' | 'refused' | 'undone' | 'kept'
  /** Dotted codes of what is wrong with it, by field. */
  problems: Array<{ field: string; code: string; detail: string }>
  /** What it made or changed. */
  subjectId: string
  /** What `undo` needs; its shape belongs to the kind. */
  before: unknown
}

export interface Documents {
  institutions: InstitutionDoc
  channel_settings: ChannelSettingsDoc
  certificate_types: CertificateTypeDoc
  institution_rules: InstitutionRulesDoc
  channel_marks: ChannelMarkDoc
  holding_needs: HoldingNeedsDoc
  departments: DepartmentDoc
  dictionary: DictionaryDoc
  people: PersonDoc
  accounts: AccountDoc
  wechat_links: WechatLinkDoc
  employee_bonds: EmployeeBondDoc
  followers: FollowerDoc
  sessions: SessionDoc
  bind_codes: BindCodeDoc
  web_log_ins: WebLogInDoc
  attempts: AttemptDoc
  subscription_credits: SubscriptionCreditDoc
  subscription_grants: SubscriptionGrantDoc
  devices: DeviceDoc
  device_keys: DeviceKeyDoc
  device_covers: DeviceCoverDoc
  device_records: DeviceRecordDoc
  print_orders: PrintOrderDoc
  certificates: CertificateDoc
  originals: OriginalDoc
  certificate_devices: CertificateDeviceDoc
  certificate_cycles: CertificateCycleDoc
  former_scans: FormerScansDoc
  submissions: SubmissionDoc
  deliveries: DeliveryDoc
  delivery_attempts: DeliveryAttemptDoc
  inbox: InboxDoc
  requests: RequestDoc
  audit: AuditDoc
  counters: CounterDoc
  runs: RunDoc
  wechat_events: WechatEventDoc
  tokens: TokenDoc
  uploads: UploadDoc
  media_checks: MediaCheckDoc
  jobs: JobDoc
  job_rows: JobRowDoc
}
export type Collection = keyof Documents
