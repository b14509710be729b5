import type { AttachmentPart, CertificateCycleDoc, DeliveryDoc, InboxDoc, InstitutionDoc, JobDoc, JobRowDoc, PersonDoc, SubmissionDoc } from '../../cloud/documents'
import type { Lines } from '../../cloud/ports'
import { nodeSecretBox } from '../../cloud/secret-box'
import { memoryStore, type MemoryStore } from '../../cloud/testing/memory-store'
import { account, certificate, credit, INSTITUTION, link, rowsOf } from '../../cloud/testing/reminder-bench'
import { sweep } from './sweep'

/** 2026-11-26 03:17 in the hospital. */
const NOW = new Date('2026-11-25T19:17:00Z')
const OLD = new Date('2010-01-01T00:00:00Z')
const own = { schema: 1 as const, institutionId: INSTITUTION }
const hospital = (over: Partial<InstitutionDoc> = {}): InstitutionDoc => ({ _id: INSTITUTION, schema: 1, name: '滨海医院', createdAt: OLD, ...over })
const scan = (id: string): AttachmentPart => ({ id, name: '身份证.jpg', type: 'image/jpeg', bytes: 1, fileId: `file-${id}`, sha256: '' })
const paper = (id: string, over: Parameters<typeof certificate>[1]) => certificate(id, { attachments: [scan(id)], ...over }, OLD)
const person = (id: string, over: Partial<PersonDoc> = {}): PersonDoc => ({ _id: id, ...own, staffNumber: id, name: id, departmentId: 'dept', title: '', employment: 'permanent', presence: 'left', tokens: [], leftAt: OLD, ...over })
const cycle = (id: string, over: Partial<CertificateCycleDoc> = {}): CertificateCycleDoc =>
  ({ _id: id, ...own, typeId: 'device-operator', certificateId: 'goes-on', cycle: 1, number: '', issuedOn: null, validFrom: null, expiresOn: '2012-01-01', longTerm: false, attachments: [scan(id)], closedAt: OLD, closedBy: '', ...over })

function ports(store: MemoryStore) {
  const gone: string[] = []
  let elapsed = 0
  const lines: Lines = { providers: { sms: null, officialAccount: null, subscribeMessage: null }, followers: null, phones: null, miniCodes: null, push: null }
  const files = {
    uploadTarget: () => Promise.reject(new Error('nobody uploads here')), read: () => Promise.resolve(null), write: () => Promise.resolve(''), links: () => Promise.resolve(new Map<string, string>()),
    remove: async (ids: readonly string[]) => { gone.push(...ids) },
  }
  return {
    store, files, gone, pass: (ms: number) => { elapsed += ms }, lines: { shared: lines, of: () => Promise.resolve(lines), as: () => lines },
    clock: { now: () => NOW, elapsed: () => elapsed }, box: nodeSecretBox({ SECRETS_KEY: 'k' }), log: { info: () => undefined, error: () => undefined },
  }
}
const ids = (store: MemoryStore, collection: Parameters<MemoryStore['all']>[0]): string[] => store.all(collection).map(({ _id }) => _id).sort()

test('certificates that ended ten years ago go with their rows and scans, everything else stays, and one entry of the audit says how much', async () => {
  const certificates = [
    paper('over', { expiresOn: '2016-11-25' }), paper('last-day', { expiresOn: '2016-11-26' }), paper('for-good', { expiresOn: null, longTerm: true }),
    paper('revoked', { expiresOn: null, longTerm: true, handling: { kind: 'revoked', note: '', reference: '', until: null, byAccountId: '', byName: '', at: OLD } }),
    paper('radiation', { typeId: 'radiation-worker', expiresOn: '2011-01-01' }), paper('licence', { typeId: 'equipment-licence', expiresOn: '2011-01-01' }),
    paper('in-review', { expiresOn: '2011-01-01', submissionId: 'waits' }),
  ]
  const store = memoryStore({ institutions: [hospital()], certificates, certificate_devices: certificates.flatMap(rowsOf) })
  const at = ports(store)
  expect(await sweep(at)).toMatchObject({ complete: true })
  expect(ids(store, 'certificates')).toEqual(['for-good', 'in-review', 'last-day', 'licence', 'radiation'])
  expect(store.all('certificate_devices').some(({ certificateId }) => ['over', 'revoked'].includes(certificateId))).toBe(false)
  expect(store.all('certificate_devices')).toHaveLength(10)
  expect([at.gone.sort(), ids(store, 'uploads')]).toEqual([['file-over', 'file-revoked'], []])
  expect(store.all('audit')).toMatchObject([{ institutionId: INSTITUTION, accountName: '系统', operation: 'retention.sweep', after: { certificates: 2, files: 2 } }])
})

test('earlier turns of a certificate go without what it carries on; those of 人员资质 and of before types were kept stay', async () => {
  const untyped = cycle('untyped', { cycle: 3 })
  delete untyped.typeId
  const store = memoryStore({
    institutions: [hospital()], certificates: [paper('goes-on', { expiresOn: '2030-01-01', attachments: [scan('carried')] })],
    certificate_cycles: [cycle('first', { attachments: [scan('carried'), scan('own')] }), cycle('lately', { cycle: 2, closedAt: NOW }), untyped, cycle('trained', { typeId: 'radiation-training' })],
  })
  const at = ports(store)
  await sweep(at)
  expect([ids(store, 'certificate_cycles'), at.gone, ids(store, 'certificates')]).toEqual([['lately', 'trained', 'untyped'], ['file-own'], ['goes-on']])
})

test('who left goes when nothing of his is kept: his phone, WeChat and messages with him, his account’s names stay; who just left counts from today', async () => {
  const message = (id: string, accountId: string): InboxDoc => ({ _id: id, ...own, accountId, deliveryId: '', at: NOW, title: '', text: '', items: [], readAt: null })
  const store = memoryStore({
    institutions: [hospital()],
    people: [person('gone'), person('has-paper'), person('in-use'), person('unknown', { leftAt: null }), person('lately', { leftAt: NOW }), person('here', { presence: 'present', leftAt: null })],
    certificates: [paper('radiation', { typeId: 'radiation-worker', personId: 'has-paper', expiresOn: '2011-01-01' })],
    accounts: [account('acc-gone', { personId: 'gone', active: false, passwordHash: 'hash' }), account('acc-in-use', { personId: 'in-use' })],
    wechat_links: [link('acc-gone'), link('acc-in-use')], subscription_credits: [credit('acc-gone', 3)], inbox: [message('m1', 'acc-gone'), message('m2', 'acc-in-use')],
  })
  await sweep(ports(store))
  expect(ids(store, 'people')).toEqual(['has-paper', 'here', 'in-use', 'lately', 'unknown'])
  expect(store.all('accounts').find(({ _id }) => _id === 'acc-gone')).toMatchObject({ name: 'acc-gone', loginName: 'acc-gone', phone: '', passwordHash: '', personId: null, active: false })
  expect([ids(store, 'wechat_links').length, ids(store, 'subscription_credits'), ids(store, 'inbox')]).toEqual([1, [], ['m2']])
  expect(store.all('people').find(({ _id }) => _id === 'unknown')?.leftAt).toEqual(NOW)
  expect(store.all('audit')).toMatchObject([{ after: { people: 1 } }])
})

test('messages, deliveries with their attempts and what was handed in go by their own terms; the scans of what was returned go, those of what was approved are the certificate’s', async () => {
  const delivery = (id: string, day: string): DeliveryDoc => ({
    _id: id, ...own, day, slot: '10:00:00', accountId: 'a', accountName: '', channel: 'sms', certificateIds: [], mentions: [], state: 'sent', route: null, reason: '', attempts: 1, claim: null,
    firstAttemptAt: null, dueAt: null, providerId: '', createdAt: OLD, settledAt: OLD,
  })
  const message = (id: string, at: Date): InboxDoc => ({ _id: id, ...own, accountId: 'a', deliveryId: '', at, title: '', text: '', items: [], readAt: null })
  const form = { typeId: 'device-operator', deviceIds: [], holderName: '', number: '', issuer: '', issuedOn: null, expiresOn: null, longTerm: false, note: '' }
  const handedIn = (id: string, state: SubmissionDoc['state']): SubmissionDoc =>
    ({ _id: id, ...own, kind: 'new', state, version: 1, certificateId: '', cycle: 0, personId: null, form, attachments: [scan(id)], departmentIds: [], byAccountId: 'a', byName: '', at: OLD, turns: [] })
  const attempt = (deliveryId: string) => ({ _id: `${deliveryId}-1`, ...own, deliveryId, at: OLD, route: 'sms', ok: true, class: '', code: '', providerId: '', elapsedMs: 1 })
  const store = memoryStore({
    institutions: [hospital()], deliveries: [delivery('old', '2023-11-25'), delivery('young', '2023-11-26')], delivery_attempts: [attempt('old'), attempt('young')],
    inbox: [message('old', new Date('2023-11-25T15:59:00Z')), message('young', new Date('2023-11-25T16:00:00Z'))],
    submissions: [handedIn('approved', 'approved'), handedIn('returned', 'returned'), handedIn('waiting', 'waiting')],
  })
  const at = ports(store)
  await sweep(at)
  expect([ids(store, 'deliveries'), ids(store, 'delivery_attempts'), ids(store, 'inbox'), ids(store, 'submissions'), at.gone]).toEqual([['young'], ['young-1'], ['young'], ['waiting'], ['file-returned']])
  expect(store.all('audit')).toMatchObject([{ after: { messages: 1, deliveries: 1, submissions: 2, files: 1 } }])
})

test('each hospital by its own terms, once a week, and a hospital of which nothing went has no entry', async () => {
  const store = memoryStore({
    institutions: [hospital({ security: { adminsConfirm: false, version: 1, retention: { certificateYears: 20, personYears: 5, messageYears: 3 } } }), { ...hospital(), _id: 'other', name: '别的' }],
    certificates: [paper('longer', { expiresOn: '2011-01-01' }), { ...paper('theirs', { expiresOn: '2011-01-01' }), institutionId: 'other' }],
  })
  await sweep(ports(store))
  expect([ids(store, 'certificates'), store.all('audit').map(({ institutionId }) => institutionId), store.all('institutions').map(({ retainedOn }) => retainedOn)]).toEqual([['longer'], ['other'], ['2026-11-26', '2026-11-26']])
  const before = store.calls.length
  await sweep(ports(store))
  const asked = store.calls.slice(before).filter(({ collection }) => ['institutions', 'certificates', 'people', 'inbox', 'deliveries', 'submissions', 'certificate_cycles'].includes(collection ?? ''))
  expect(asked.map(({ name, collection }) => `${name} ${collection}`)).toEqual(['find institutions', 'find institutions'])
})

test('a run that is cut off at any call leaves nothing that the next does not finish, and no file that nobody knows', async () => {
  const seed = () => memoryStore({
    institutions: [hospital()], certificates: [paper('over', { expiresOn: '2011-01-01' })], certificate_devices: rowsOf(paper('over', { expiresOn: '2011-01-01' })), certificate_cycles: [cycle('first', { certificateId: 'over' })],
    former_scans: [{ _id: 'over:2', ...own, certificateId: 'over', attachments: [scan('taken')] }],
  })
  const calls = await (async () => { const store = seed(); await sweep(ports(store)); return store.calls.length })()
  for (let last = 1; last < calls; last += 1) {
    const store = seed()
    store.before = () => { if (store.calls.length === last) throw new Error('cut off') }
    const first = ports(store)
    await sweep(first).catch(() => undefined)
    store.before = () => undefined
    await store.update('institutions', { _id: INSTITUTION }, { set: { retainedOn: '2026-11-01' } })
    const second = ports(store)
    await sweep(second)
    expect([ids(store, 'certificates'), ids(store, 'certificate_devices'), ids(store, 'certificate_cycles'), ids(store, 'former_scans'), ids(store, 'uploads')]).toEqual([[], [], [], [], []])
    expect([...new Set([...first.gone, ...second.gone])].sort()).toEqual(['file-first', 'file-over', 'file-taken'])
  }
})

test('a certificate that is renewed while the sweep looks at it stays, with the rows that the renewal wrote', async () => {
  const old = paper('over', { expiresOn: '2011-01-01' })
  const renewed = paper('over', { expiresOn: '2030-01-01', cycle: 2, version: 2 })
  const store = memoryStore({ institutions: [hospital()], certificates: [old], certificate_devices: rowsOf(old) })
  store.before = async ({ name, collection }) => {
    if (name !== 'remove' || collection !== 'certificate_devices') return
    store.before = () => undefined
    await store.transaction(async (tx) => { await tx.set('certificates', renewed); for (const row of rowsOf(renewed)) await tx.set('certificate_devices', row) })
  }
  const at = ports(store)
  await sweep(at)
  expect([ids(store, 'certificates'), ids(store, 'certificate_devices').length, at.gone]).toEqual([['over'], 2, []])
})

describe('jobs', () => {
  const job = (id: string, state: JobDoc['state'], createdAt: Date): JobDoc =>
    ({ _id: id, ...own, kind: 'account-import', state, title: '', params: null, total: 2, applied: 0, refused: 0, createdBy: 'a', createdByName: '', createdAt, endedAt: null, lease: null })
  const row = (jobId: string, n: number): JobRowDoc => ({ _id: `${jobId}:${n}`, ...own, jobId, row: n, label: '', data: { phone: '13800000001' }, state: 'applied', problems: [], subjectId: '', before: null })
  const days = (count: number): Date => new Date(NOW.getTime() - count * 86_400_000)

  test('go with their rows thirty days after they were made; one that is under way is finished first', async () => {
    const jobs = [job('done', 'done', days(31)), job('ready', 'ready', days(31)), job('running', 'running', days(31)), job('young', 'done', days(29))]
    const store = memoryStore({ jobs, job_rows: jobs.flatMap(({ _id }) => [row(_id, 1), row(_id, 2)]) })
    expect((await sweep(ports(store))).removed).toEqual({ job_rows: 6 })
    expect([ids(store, 'jobs'), ids(store, 'job_rows')]).toEqual([['running', 'young'], ['running:1', 'running:2', 'young:1', 'young:2']])
  })

  test('one whose rows did not all go in this run is nobody’s any more, and goes in the next', async () => {
    const store = memoryStore({ jobs: [job('done', 'done', days(31))], job_rows: Array.from({ length: 700 }, (_, n) => row('done', n + 1)) })
    const slow = ports(store)
    store.after = ({ name, collection }) => { if (name === 'remove' && collection === 'job_rows') slow.pass(40_000) }
    await sweep(slow)
    expect([store.all('jobs').map(({ state }) => state), store.all('job_rows').length]).toEqual([['dropped'], 200])
    store.after = () => undefined
    await sweep(ports(store))
    expect([ids(store, 'jobs'), ids(store, 'job_rows')]).toEqual([[], []])
  })
})
