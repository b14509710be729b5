import type { Collection } from '../cloud/documents'

/**
 * How the documents of one institution are found in a collection: by its own id, by ids that can be told, by `institutionId`, or by the ids of
 * what is read before it. `left`: not in a backup, and why.
 */
export type Place =
  | { by: 'ids'; of: (institutionId: string) => string[] }
  | { by: 'institution' }
  | { by: 'parent'; parent: Collection; field: string }
  | { left: string }

const its = (suffix = '') => ({ by: 'ids' as const, of: (institutionId: string) => [`${institutionId}${suffix}`] })
const institution = { by: 'institution' } as const
const of = (parent: Collection, field: string) => ({ by: 'parent', parent, field }) as const

/**
 * Every collection has its place: a new one without a place does not compile. The order is the order of restoring: what has been told comes
 * before what would be told, and the institution itself comes last, so that nobody works and nothing is sent in half a hospital.
 */
export const PLACES: Readonly<Record<Collection, Place>> = {
  departments: institution,
  dictionary: institution,
  people: institution,
  accounts: institution,
  wechat_links: of('accounts', 'accountId'),
  employee_bonds: of('accounts', 'accountId'),
  followers: of('accounts', 'accountId'),
  subscription_credits: of('accounts', 'accountId'),
  subscription_grants: of('accounts', 'accountId'),
  channel_settings: its(),
  channel_marks: institution,
  certificate_types: institution,
  institution_rules: its(),
  holding_needs: its(),
  counters: its(':device-code'),
  deliveries: institution,
  delivery_attempts: of('deliveries', 'deliveryId'),
  inbox: of('accounts', 'accountId'),
  audit: institution,
  jobs: institution,
  job_rows: of('jobs', 'jobId'),
  device_keys: institution,
  devices: institution,
  device_records: institution,
  print_orders: institution,
  device_covers: institution,
  certificate_devices: institution,
  submissions: institution,
  originals: institution,
  media_checks: institution,
  certificates: institution,
  certificate_cycles: of('certificates', 'certificateId'),
  former_scans: of('certificates', 'certificateId'),
  institutions: its(),
  sessions: { left: 'whoever was logged in logs in again' },
  bind_codes: { left: 'good for minutes only' },
  web_log_ins: { left: 'good for a minute or two' },
  attempts: { left: 'lock-outs of callers, not of the institution' },
  requests: { left: 'answers of the last day, to repeat them' },
  runs: { left: 'leases and the heartbeat of the environment' },
  wechat_events: { left: 'marks of events already taken by this environment' },
  tokens: { left: 'of the environment’s providers, fetched anew' },
  uploads: { left: 'files that nobody has saved yet' },
}

export const COLLECTIONS = Object.keys(PLACES) as Collection[]
