import type { JobRow, JobView } from '../../../contract/job'
import { codeOf, data, freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
/** 院级管理员, 科室负责人 of 影像中心. */
const ADMIN = 'wx-wangjun'
const HEAD = 'wx-lisi'
const IDS = ['cert-C000000004', 'cert-C000000008', 'cert-C000000009', 'cert-C000000010']
const NOTHING = { leadDays: null, sendTime: null, channels: null, addRecipientIds: [], removeRecipientIds: [] }

jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW })
const { call } = hospital

const put = (name: string, id: string, set: Record<string, unknown>) => hospital.emulator.store.modify(name, { _id: id }, { $set: set }, { multi: false, upsert: false, merge: true })

interface Opened { version: number; cycle: number; form: { leadDays: number; recipientIds: string[]; relatedRoles: string[] }; toldOn: string | null }
const certificate = async (id: string): Promise<Opened> => (await data<{ certificate: Opened }>(call(ADMIN, 'certificate.get', { id }))).certificate
const begin = async (change: Record<string, unknown> = { leadDays: 20 }, ids: readonly string[] = IDS): Promise<string> =>
  (await data<{ jobId: string }>(call(ADMIN, 'bulk.change', { ids, change: { ...NOTHING, ...change } }))).jobId
const run = (id: string, openid = ADMIN): Promise<JobView> => data<JobView>(call(openid, 'job.run', { id }))
const rowsOf = async (id: string): Promise<JobRow[]> => (await data<{ rows: JobRow[] }>(call(ADMIN, 'job.rows', { id, pageSize: 100 }))).rows

describe('B20: lead, time, channels and recipients of many certificates', () => {
  test('a preview tells how many change, and the job changes those', async () => {
    const change = { ...NOTHING, leadDays: 60 }
    expect(await data(call(ADMIN, 'bulk.preview', { ids: [...IDS, 'cert-none'], change }))).toEqual({ changing: 3, same: 1, refused: 1 })
    const job = await run(await begin({ leadDays: 60 }))
    expect(job).toMatchObject({ state: 'done', total: 3, applied: 3, refused: 0, mayUndo: false })
    expect(await Promise.all(IDS.map(async (id) => (await certificate(id)).form.leadDays))).toEqual([60, 60, 60, 60])
  })

  test('a row that breaks a rule of the form is refused in its own words, and the others are changed', async () => {
    const id = await begin({ leadDays: 20, addRecipientIds: ['acc-lisi'] })
    await put('certificates', 'cert-C000000008', { recipientIds: Array.from({ length: 50 }, (_, at) => `acc-${at}`) })
    expect(await run(id)).toMatchObject({ state: 'done', applied: 3, refused: 1 })
    expect((await rowsOf(id)).filter(({ state }) => state === 'refused')).toMatchObject([{ label: '李四 · C000000008', problems: [{ field: 'recipientIds', code: 'certificate.too-many-recipients' }] }])
  })

  test('a change that changes nothing is no job', async () => {
    expect(await codeOf(call(ADMIN, 'bulk.change', { ids: IDS, change: NOTHING }))).toBe('bulk.nothing-to-change')
  })
})

describe('a job', () => {
  test('is finished by the timer when nobody runs it', async () => {
    const id = await begin()
    await hospital.emulator.advance(new Date(NOW.getTime() + 60_000))
    expect(await data(call(ADMIN, 'job.get', { id }))).toMatchObject({ state: 'done', applied: 4 })
  })

  test('that was cut off while it was held goes on when the lease is over, and no row is applied twice', async () => {
    const id = await begin()
    const first = await certificate(IDS[0]!)
    await put('jobs', id, { lease: { token: 'dead', deadline: new Date(NOW.getTime() + 30_000) } })
    expect(await run(id)).toMatchObject({ state: 'running', applied: 0 })
    hospital.emulator.clock.freeze(new Date(NOW.getTime() + 31_000))
    expect(await run(id)).toMatchObject({ state: 'done', applied: 4 })
    expect(await run(id)).toMatchObject({ state: 'done', applied: 4 })
    expect((await certificate(IDS[0]!)).version).toBe(first.version + 1)
  })

  test('that two run at once applies each row once', async () => {
    const id = await begin()
    const versions = await Promise.all(IDS.map(async (each) => (await certificate(each)).version))
    await Promise.all([run(id), run(id), run(id)])
    expect(await run(id)).toMatchObject({ state: 'done', applied: 4, refused: 0 })
    expect(await Promise.all(IDS.map(async (each) => (await certificate(each)).version))).toEqual(versions.map((version) => version + 1))
  })

  test('that was half written is not begun', async () => {
    const id = await begin()
    await put('jobs', id, { state: 'ready', total: 5 })
    expect(await codeOf(call(ADMIN, 'job.run', { id }))).toBe('job.incomplete')
  })

  test('acts with the rights that its maker has now', async () => {
    const id = await begin()
    await put('accounts', 'acc-wangjun', { active: false })
    await hospital.emulator.advance(new Date(NOW.getTime() + 60_000))
    await put('accounts', 'acc-wangjun', { active: true })
    expect(await data(call(ADMIN, 'job.get', { id }))).toMatchObject({ state: 'done', applied: 0, refused: 4 })
    expect((await rowsOf(id)).every(({ problems }) => problems[0]?.code === 'account.off')).toBe(true)
  })

  test('does not exist for others, and nobody but the timer wakes the door behind it', async () => {
    const id = await begin()
    expect(await codeOf(call(HEAD, 'job.get', { id }))).toBe('not-found')
    expect(await codeOf(call(HEAD, 'job.run', { id }))).toBe('not-found')
    expect(await hospital.emulator.invoke('api', { institutionId: 'h1', at: NOW.toISOString(), signature: 'x' }, '')).toMatchObject({ ok: false, code: 'job.not-called' })
  })
})

describe('B20: a leaver’s reminders', () => {
  const handOver = async () => (await data<{ jobId: string }>(call(ADMIN, 'bulk.hand-over', { from: 'acc-lisi', to: 'acc-wangwu' }))).jobId

  test('tell the successor, and can be taken back as long as nobody worked on the certificate', async () => {
    const before = await certificate(IDS[0]!)
    const { certificates } = await data<{ certificates: number }>(call(ADMIN, 'bulk.told', { accountId: 'acc-lisi' }))
    const id = await handOver()
    expect(await run(id)).toMatchObject({ state: 'done', total: certificates, applied: certificates, mayUndo: true })
    expect((await certificate(IDS[0]!)).form.recipientIds).toEqual(['acc-wangwu'])
    expect(await data(call(ADMIN, 'bulk.told', { accountId: 'acc-lisi' }))).toEqual({ certificates: 0 })
    await put('certificates', IDS[1]!, { version: 99 })
    await data(call(ADMIN, 'job.undo', { id }))
    expect(await run(id)).toMatchObject({ state: 'undone', applied: 1 })
    expect((await certificate(IDS[0]!)).form).toEqual(before.form)
    expect((await rowsOf(id)).filter(({ state }) => state === 'kept')).toMatchObject([{ subjectId: IDS[1], problems: [{ code: 'job.changed-since' }] }])
  })

  test('are not handed to nobody, to oneself, or by who may not', async () => {
    expect(await codeOf(call(ADMIN, 'bulk.hand-over', { from: 'acc-lisi', to: 'acc-lisi' }))).toBe('bulk.same-account')
    expect(await codeOf(call(ADMIN, 'bulk.hand-over', { from: 'acc-lisi', to: 'acc-none' }))).toBe('account.not-found')
    expect(await codeOf(call(HEAD, 'bulk.hand-over', { from: 'acc-lisi', to: 'acc-wangwu' }))).toBe('forbidden')
  })
})
