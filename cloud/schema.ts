import type { Collection } from './documents'

interface Index { name: string; fields: ReadonlyArray<readonly [path: string, direction: 1 | -1]>; unique?: boolean }
type Declared = Record<Collection, { requireIndex: true; indexes: readonly Index[] }>

const index = (name: string, ...paths: string[]): Index => ({
  name,
  fields: paths.map((path) => (path.startsWith('-') ? [path.slice(1), -1] as const : [path, 1] as const)),
})
const unique = (name: string, ...paths: string[]): Index => ({ ...index(name, ...paths), unique: true })
const collection = (...indexes: Index[]) => ({ requireIndex: true as const, indexes })

/** The one truth about collections and indexes: feeds the emulator, the deploy and the docs. A query that no index serves is refused in the emulator. */
export const schema: Declared = {
  institutions: collection(unique('name', 'name'), index('digest', 'digestOn')),
  channel_settings: collection(),
  certificate_types: collection(index('of-institution', 'institutionId')),
  institution_rules: collection(index('reckon-anew', 'reckonAnew.since')),
  channel_marks: collection(index('of-institution', 'institutionId')),
  departments: collection(index('of-institution', 'institutionId', 'order')),
  people: collection(
    unique('staff-number', 'institutionId', 'staffNumber'),
    index('tokens', 'institutionId', 'tokens', 'name'),
    index('name', 'institutionId', 'name'),
    index('department', 'institutionId', 'departmentId', 'name'),
  ),
  accounts: collection(unique('login-name', 'institutionId', 'loginName'), index('by-name', 'institutionId', 'name'), index('role', 'institutionId', 'role'), index('successor', 'institutionId', 'successorAccountId'), index('person', 'institutionId', 'personId')),
  wechat_links: collection(unique('account', 'accountId'), index('unionid', 'unionid'), index('of-institution', 'institutionId')),
  followers: collection(index('unionid', 'unionid'), index('account', 'accountId')),
  sessions: collection(index('account', 'accountId'), index('age', 'expiresAt')),
  bind_codes: collection(index('account', 'accountId'), index('age', 'expiresAt')),
  attempts: collection(index('age', 'since')),
  subscription_credits: collection(index('account', 'accountId')),
  subscription_grants: collection(index('account', 'accountId'), index('age', 'at')),
  devices: collection(
    unique('code', 'institutionId', '-code'),
    index('department', 'institutionId', 'departmentId', '-code'),
    index('tokens', 'institutionId', 'tokens', '-code'),
    index('status', 'institutionId', 'status', '-code'),
    index('owed', 'copiesOwed'),
  ),
  device_records: collection(index('device', 'institutionId', 'deviceId', 'kind', '-on', '-at')),
  print_orders: collection(index('institution', 'institutionId', '-at')),
  device_covers: collection(
    index('until', 'institutionId', 'until'),
    index('from', 'institutionId', 'from'),
    index('department-until', 'institutionId', 'departmentId', 'until'),
    index('department-from', 'institutionId', 'departmentId', 'from'),
  ),
  certificates: collection(
    index('expiry', 'institutionId', 'longTerm', 'expiresOn'),
    index('department', 'institutionId', 'departmentIds', 'longTerm', 'expiresOn'),
    index('tokens', 'institutionId', 'tokens', 'longTerm', 'expiresOn'),
    index('device', 'institutionId', 'deviceIds'),
    index('due', 'reminder.nextAt', 'institutionId'),
    index('due-of-institution', 'institutionId', 'reminder.nextAt'),
    index('number', 'institutionId', 'number'),
    index('type', 'institutionId', 'typeId', 'longTerm', 'expiresOn'),
    index('warning', 'institutionId', 'handling.kind', 'warnFrom'),
    index('handled', 'institutionId', 'handling.kind', 'expiresOn'),
    index('resumed', 'institutionId', 'handling.until'),
    index('plan', 'institutionId', 'reminder.holdReason', 'handling.kind', 'warnFrom', 'expiresOn'),
    index('creator', 'institutionId', 'createdBy', 'expiresOn'),
    index('editor', 'institutionId', 'updatedBy', 'expiresOn'),
    index('recipient', 'institutionId', 'recipientIds', 'expiresOn'),
    index('person', 'institutionId', 'personId', 'expiresOn'),
    index('holder', 'institutionId', 'holderName'),
  ),
  certificate_devices: collection(
    index('certificate', 'certificateId'),
    index('device', 'institutionId', 'deviceId', 'expiresOn'),
    index('expiry', 'institutionId', 'longTerm', 'expiresOn'),
    index('department', 'institutionId', 'departmentId', 'longTerm', 'expiresOn'),
    index('tokens', 'institutionId', 'tokens', 'longTerm', 'expiresOn'),
    index('type', 'institutionId', 'typeId', 'longTerm', 'expiresOn'),
  ),
  certificate_cycles: collection(index('certificate', 'certificateId', 'cycle')),
  deliveries: collection(
    index('due', 'dueAt', 'institutionId'),
    index('due-of-institution', 'institutionId', 'dueAt'),
    index('day', 'institutionId', 'day', 'slot'),
    index('told', 'institutionId', 'accountId', '-createdAt'),
    index('certificate', 'institutionId', 'certificateIds', '-createdAt'),
    index('mentions', 'institutionId', 'mentions', 'day'),
    index('claim', 'claim.token'),
    index('settled', 'institutionId', 'settledAt'),
  ),
  delivery_attempts: collection(index('delivery', 'deliveryId', 'at'), index('provider', 'providerId')),
  inbox: collection(index('account', 'accountId', '-at'), index('unread', 'accountId', 'readAt'), index('delivery', 'deliveryId')),
  requests: collection(index('age', 'at')),
  audit: collection(
    index('subject', 'institutionId', 'subject', '-at'),
    index('institution', 'institutionId', '-at'),
    index('account', 'institutionId', 'accountId', '-at'),
    index('operation', 'institutionId', 'operation', '-at'),
  ),
  counters: collection(),
  runs: collection(),
  wechat_events: collection(index('age', 'at')),
  tokens: collection(),
  jobs: collection(index('institution', 'institutionId', '-createdAt'), index('creator', 'institutionId', 'createdBy', '-createdAt'), index('open', 'state', 'createdAt')),
  job_rows: collection(index('job', 'jobId', 'state', 'row')),
  uploads: collection(index('owner', 'accountId', 'state'), index('age', 'createdAt')),
}
