import { data, freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
/** 科室人员 of MR室; 李四 is 科室负责人 of 影像中心 above it; 王军 院级管理员. */
const STAFF = 'wx-wangwu'
const HEAD = 'wx-lisi'
const ADMIN = 'wx-wangjun'
/** 王五's by name; its last day is today. */
const CARD = 'cert-C000000006'
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7), Buffer.from([0xff, 0xd9])])
jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW })
const { call } = hospital

const ask = <T>(openid: string, operation: string, input: unknown = {}): Promise<T> => data<T>(call(openid, operation, input))
const doc = (collection: string, _id: string) => hospital.emulator.store.find(collection, { _id }).docs[0]
const messages = (accountId: string) => hospital.emulator.store.find('inbox', { accountId }, { sort: { at: -1 }, limit: 50 }).docs

const photo = async (openid: string): Promise<string> => {
  const { id, path } = await ask<{ id: string; path: string }>(openid, 'attachment.begin', { name: '新证.jpg', bytes: JPEG.length, type: 'image/jpeg', way: 'cloud' })
  await hospital.upload(openid, path, JPEG)
  await ask(openid, 'attachment.confirm', { id })
  return id
}
const form = (attachmentIds: string[], over: object = {}) =>
  ({ typeId: 'device-operator', deviceIds: [], holderName: '', number: 'C900000001', issuer: '', issuedOn: '2026-11-20', expiresOn: '2030-11-19', longTerm: false, note: '', attachmentIds, ...over })
interface Handed { id: string; version: number }
const renewal = async (over: object = {}, openid = STAFF): Promise<Handed> =>
  ask(openid, 'submission.submit', { certificateId: CARD, forSelf: false, form: form([await photo(openid)], over) })
const versionOf = (id: string): number => Number(doc('certificates', id)?.version)

test('B16, B13: what a holder photographs waits, and approved it is the next cycle with its scans; the plan restarts and each side is told', async () => {
  const handed = await renewal()
  const before = doc('certificates', CARD)
  expect(before).toMatchObject({ submissionId: handed.id, cycle: 1, version: 1, expiresOn: '2026-11-25' })
  expect(messages('acc-lisi')[0]).toMatchObject({ title: '王五提交了换证，待审核', submissionId: handed.id })
  expect(messages('acc-wangwu')).toEqual([])
  const { certificate } = await ask<{ certificate: { waiting: unknown } }>(STAFF, 'certificate.get', { id: CARD })
  expect(certificate.waiting).toMatchObject({ id: handed.id, by: '王五' })
  expect(await ask(HEAD, 'home.overview')).toMatchObject({ waiting: 1 })
  expect(await ask(STAFF, 'home.overview')).toMatchObject({ waiting: 0 })
  const seen = await ask<{ old: { version: number; expiresOn: string }; mayReview: boolean }>(HEAD, 'submission.get', { id: handed.id })
  expect(seen).toMatchObject({ mayReview: true, obstacle: null, isOwn: false, old: { expiresOn: '2026-11-25' }, submission: { form: { expiresOn: '2030-11-19' }, attachments: [{ name: '新证.jpg' }] } })
  await ask(HEAD, 'submission.approve', { ...handed, certificateVersion: seen.old.version })
  expect(doc('certificates', CARD)).toMatchObject({ cycle: 2, number: 'C900000001', expiresOn: '2030-11-19', handling: null, submissionId: null, attachments: [{ name: '新证.jpg' }] })
  expect((doc('certificates', CARD)?.reminder as { nextAt: unknown }).nextAt).toEqual(new Date('2030-10-20T01:30:00Z'))
  expect(doc('certificate_cycles', `${CARD}:1`)).toMatchObject({ expiresOn: '2026-11-25', closedBy: '李四' })
  expect(messages('acc-wangwu')[0]).toMatchObject({ title: '您提交的换证已通过', submissionId: handed.id })
  expect(doc('submissions', handed.id)).toMatchObject({ state: 'approved', turns: [{ turn: 'submitted', byName: '王五' }, { turn: 'approved', byName: '李四' }] })
})

test('B16: returned with a reason it is corrected and handed in again with the photo that lies there; withdrawn, nothing waits any more', async () => {
  const handed = await renewal()
  expect(await call(HEAD, 'submission.return', { ...handed, reason: '　' })).toMatchObject({ code: 'submission.reason-missing' })
  const returned = await ask<{ version: number }>(HEAD, 'submission.return', { ...handed, reason: '照片不清楚' })
  expect(messages('acc-wangwu')[0]).toMatchObject({ title: '您提交的换证被退回', text: expect.stringContaining('照片不清楚（李四）') })
  expect(doc('certificates', CARD)).toMatchObject({ submissionId: null })
  expect(await ask(STAFF, 'submission.list', { mine: true })).toMatchObject({ rows: [{ state: 'returned', reason: '照片不清楚' }] })
  const kept = (doc('submissions', handed.id)?.attachments as Array<{ id: string }>).map(({ id }) => id)
  const again = await ask<Handed>(STAFF, 'submission.resubmit', { id: handed.id, version: returned.version, forSelf: false, form: form(kept, { number: 'C900000002' }) })
  expect(doc('submissions', handed.id)).toMatchObject({ state: 'waiting', form: { number: 'C900000002' }, attachments: [{ id: kept[0] }] })
  expect(messages('acc-lisi').map(({ title }) => title)).toContain('王五改好后再次提交了换证，待审核')
  await ask(STAFF, 'submission.withdraw', again)
  expect(doc('certificates', CARD)).toMatchObject({ submissionId: null, cycle: 1 })
  expect(await call(HEAD, 'submission.approve', { id: handed.id, version: 5, certificateVersion: 1 })).toMatchObject({ code: 'submission.settled', detail: { state: 'withdrawn' } })
})

test('B16: of two reviewers the second is told, who submits approves nothing of his own, and one renewal at a time waits for a certificate', async () => {
  const handed = await renewal()
  expect(await call(STAFF, 'submission.submit', { certificateId: CARD, forSelf: false, form: form([await photo(STAFF)]) })).toMatchObject({ code: 'submission.waiting-already', detail: { by: '王五' } })
  await ask(ADMIN, 'submission.return', { ...handed, reason: '证件号不对' })
  expect(await call(HEAD, 'submission.approve', { ...handed, certificateVersion: 1 })).toMatchObject({ ok: false, detail: { state: 'returned' } })
  const own = await renewal({}, HEAD)
  expect(await call(HEAD, 'submission.approve', { ...own, certificateVersion: 1 })).toMatchObject({ code: 'submission.own' })
  expect(doc('certificates', CARD)).toMatchObject({ cycle: 1, submissionId: own.id })
  expect(await ask(HEAD, 'submission.get', { id: own.id })).toMatchObject({ mayReview: false, isOwn: true })
})

test('B16: a certificate that was changed, renewed or revoked meanwhile is told before anything is written, and nothing is lost', async () => {
  const handed = await renewal()
  const save = async () => {
    const { certificate } = await ask<{ certificate: { version: number; form: object } }>(ADMIN, 'certificate.get', { id: CARD })
    await ask(ADMIN, 'certificate.save', { id: CARD, version: certificate.version, form: { ...certificate.form, description: '改过' } })
  }
  await save()
  expect(await call(HEAD, 'submission.approve', { ...handed, certificateVersion: 1 })).toMatchObject({ code: 'certificate.changed-meanwhile', detail: { by: '王军' } })
  expect(doc('certificates', CARD)).toMatchObject({ submissionId: handed.id, description: '改过' })
  const by = { note: '', reference: '', until: null, renewal: { number: '', issuedOn: '2026-11-24', expiresOn: '2027-11-24', longTerm: false, attachmentIds: [] } }
  await ask(ADMIN, 'certificate.handle', { id: CARD, version: versionOf(CARD), kind: 'renewed', ...by })
  expect(await ask(HEAD, 'submission.get', { id: handed.id })).toMatchObject({ obstacle: 'certificate-renewed' })
  expect(await call(HEAD, 'submission.approve', { ...handed, certificateVersion: versionOf(CARD) })).toMatchObject({ code: 'submission.certificate-renewed' })
  const back = await ask<{ version: number }>(HEAD, 'submission.return', { ...handed, reason: '已由设备科换证' })
  const kept = (doc('submissions', handed.id)?.attachments as Array<{ id: string }>).map(({ id }) => id)
  const again = await ask<Handed>(STAFF, 'submission.resubmit', { id: handed.id, version: back.version, forSelf: false, form: form(kept) })
  await ask(ADMIN, 'certificate.handle', { id: CARD, version: versionOf(CARD), kind: 'revoked', note: '离岗', reference: '', until: null, renewal: null })
  expect(await call(HEAD, 'submission.approve', { ...again, certificateVersion: versionOf(CARD) })).toMatchObject({ code: 'submission.certificate-revoked' })
  expect(doc('submissions', handed.id)).toMatchObject({ state: 'waiting' })
})

test('B16, S4: a new certificate that is approved is one like any other, with its holder, devices and scans; a device gone or a leaver stops it in words', async () => {
  const mine = form([await photo(STAFF)], { deviceIds: ['dev-000066', 'dev-000067'], holderName: '别人' })
  const handed = await ask<Handed>(STAFF, 'submission.submit', { certificateId: null, forSelf: true, form: mine })
  expect(doc('submissions', handed.id)).toMatchObject({ kind: 'new', personId: 'person-wangwu', form: { holderName: '王五' }, departmentIds: ['dept-mr'] })
  const device = doc('devices', 'dev-000067')
  await ask(ADMIN, 'device.set-status', { id: 'dev-000067', version: device?.version, status: 'scrapped' })
  expect(await ask(HEAD, 'submission.get', { id: handed.id })).toMatchObject({ obstacle: 'device-retired' })
  expect(await call(HEAD, 'submission.approve', { ...handed, certificateVersion: null })).toMatchObject({ code: 'submission.device-retired' })
  const back = await ask<{ version: number }>(HEAD, 'submission.return', { ...handed, reason: '000067 已报废' })
  const kept = (doc('submissions', handed.id)?.attachments as Array<{ id: string }>).map(({ id }) => id)
  const again = await ask<Handed>(STAFF, 'submission.resubmit', { id: handed.id, version: back.version, forSelf: true, form: form(kept, { deviceIds: ['dev-000066'] }) })
  const { certificateId } = await ask<{ certificateId: string }>(HEAD, 'submission.approve', { ...again, certificateVersion: null })
  expect(doc('certificates', certificateId)).toMatchObject({ personId: 'person-wangwu', holderName: '王五', deviceIds: ['dev-000066'], attachments: [{ name: '新证.jpg' }], recipientIds: ['acc-wangwu'], createdByName: '李四' })
  expect(doc('certificate_devices', `${certificateId}:dev-000066`)).toMatchObject({ number: 'C900000001', holderName: '王五' })
  const leaver = await ask<Handed>(STAFF, 'submission.submit', { certificateId: null, forSelf: true, form: form([await photo(STAFF)], { number: 'C900000003', deviceIds: ['dev-000066'] }) })
  await ask(ADMIN, 'person.set-presence', { id: 'person-wangwu', version: 0, presence: 'left', account: null })
  expect(await call(HEAD, 'submission.approve', { ...leaver, certificateVersion: null })).toMatchObject({ code: 'submission.person-left' })
})

test('B16: what is not filled in is told at its field, what is somebody else\'s does not exist, and a colleague reviews nothing', async () => {
  expect(await call(STAFF, 'submission.submit', { certificateId: CARD, forSelf: false, form: form([], { expiresOn: '2026-11-25' }) }))
    .toMatchObject({ code: 'invalid-input', detail: { fields: { attachmentIds: 'submission.photo-missing', expiresOn: 'handling.expiry-not-later' } } })
  expect(await call(STAFF, 'submission.submit', { certificateId: 'cert-C000000017', forSelf: false, form: form([await photo(STAFF)]) })).toMatchObject({ code: 'not-found' })
  expect(await call(STAFF, 'submission.submit', { certificateId: CARD, forSelf: false, form: form([await photo(HEAD)]) })).toMatchObject({ code: 'attachment.not-staged' })
  const handed = await renewal()
  expect(await call(STAFF, 'submission.approve', { ...handed, certificateVersion: 1 })).toMatchObject({ code: 'forbidden' })
  expect(await ask(STAFF, 'submission.list', { mine: false })).toMatchObject({ rows: [], total: 0 })
  expect(await ask(ADMIN, 'submission.list', { mine: false, state: 'waiting' })).toMatchObject({ total: 1, rows: [{ id: handed.id, holderName: '王五', expiresOn: '2030-11-19' }] })
})

test('B27: an account is tied to one record by a manager\'s word; 我的证书 are then his, wherever their devices are', async () => {
  expect(await ask(STAFF, 'certificate.mine')).toMatchObject({ person: { name: '王五' }, rows: [] })
  await ask(ADMIN, 'person.claim', { id: 'person-wangwu', certificateId: CARD, theirs: true })
  expect(await ask(STAFF, 'certificate.mine')).toMatchObject({ rows: [{ entry: { id: CARD }, waiting: null, mayOpen: true }] })
  const spare = await ask<{ id: string }>(ADMIN, 'account.create', { form: { name: '王五', loginName: 'wangwu2', role: 'staff', departmentId: 'dept-mr', phone: '' } })
  expect(await call(ADMIN, 'person.link-account', { id: 'person-wangwu', version: 0, accountId: spare.id })).toMatchObject({ code: 'person.has-account', detail: { loginName: 'wangwu' } })
  await ask(ADMIN, 'person.link-account', { id: 'person-wangwu', version: 0, accountId: null })
  expect(await ask(STAFF, 'certificate.mine')).toMatchObject({ person: null, rows: [] })
  const { rows } = await ask<{ rows: Array<{ loginName: string; why: string[] }> }>(ADMIN, 'person.accounts', { id: 'person-wangwu', keyword: '' })
  expect(rows.map(({ loginName, why }) => `${loginName} ${why.join(' ')}`).sort()).toEqual(['wangwu name department', 'wangwu2 name department'])
  expect(await ask(ADMIN, 'account.people', { id: 'acc-wangwu', keyword: '' })).toMatchObject({ rows: [{ id: 'person-wangwu', version: 1, why: ['name', 'department'] }] })
  const [one, two] = await Promise.all([spare.id, 'acc-wangwu'].map((accountId) => call(ADMIN, 'person.link-account', { id: 'person-wangwu', version: 1, accountId })))
  expect([one?.ok, two?.ok].filter(Boolean)).toHaveLength(1)
  expect(await call(ADMIN, 'person.link-account', { id: 'person-lisi', version: 0, accountId: 'acc-lisi' })).toMatchObject({ code: 'person.has-account' })
  expect(await call(HEAD, 'person.link-account', { id: 'person-wangwu', version: 2, accountId: null })).toMatchObject({ code: 'forbidden' })
})
