import { createHash } from 'node:crypto'
import type { Reply } from '../../../contract/call'
import { data, keptHospital } from '../../../demo/fresh-hospital'
import { emptyForm } from '../../../domain/certificate/certificate'
import { MAX_ATTACHMENT_BYTES } from '../../../domain/attachment/attachment'

const ADMIN = 'wx-wangjun'
const segment = (marker: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data])
const picture = [segment(0xdb, Buffer.alloc(64, 1)), segment(0xda, Buffer.from([1])), Buffer.from([5, 6, 7, 0xff, 0xd9])]
const START = Buffer.from([0xff, 0xd8])

jest.setTimeout(60_000)
const hospital = keptHospital({ now: new Date('2026-11-25T01:00:00Z') })

const call = (operation: string, input: unknown): Promise<Reply> => hospital.call(ADMIN, operation, input)
/** Says that it is small, and sends `bytes`. */
const uploaded = async (bytes: Buffer): Promise<string> => {
  const begun = await call('attachment.begin', { name: '证.jpg', bytes: 100, type: 'image/jpeg', way: 'cloud' })
  if (!begun.ok) throw new Error(begun.code)
  const { id, path } = begun.data as { id: string; path: string }
  await hospital.upload(ADMIN, path, bytes)
  return id
}

test('where a photo was taken is not kept; the checksum is that of what is kept', async () => {
  const place = segment(0xe1, Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0 N31-11-00'))
  const id = await uploaded(Buffer.concat([START, place, ...picture]))
  const confirmed = await call('attachment.confirm', { id })
  if (!confirmed.ok) throw new Error(confirmed.code)
  const { attachment } = confirmed.data as { attachment: { url: string; bytes: number } }
  const kept = Buffer.from(await (await fetch(attachment.url)).arrayBuffer())
  expect(kept).toEqual(Buffer.concat([START, ...picture]))
  const [doc] = hospital.emulator.store.find('uploads', { _id: id }).docs
  expect(doc).toMatchObject({ bytes: kept.length, sha256: createHash('sha256').update(kept).digest('hex') })
  expect(attachment.bytes).toBe(kept.length)
})

test('a file that is larger than it was said to be is refused by its length', async () => {
  const id = await uploaded(Buffer.concat([START, Buffer.alloc(MAX_ATTACHMENT_BYTES)]))
  expect(await call('attachment.confirm', { id })).toMatchObject({ code: 'attachment.too-large', detail: { maxBytes: MAX_ATTACHMENT_BYTES } })
})

test('S32: a photo of 60 megapixels is refused by its header, however few its bytes are, because whoever opens it would have to decode it', async () => {
  const frame = (width: number, height: number): Buffer => segment(0xc0, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]))
  const id = await uploaded(Buffer.concat([START, frame(9504, 6336), ...picture]))
  expect(await call('attachment.confirm', { id })).toMatchObject({ code: 'attachment.too-many-pixels', detail: { maxPixels: 55_000_000 } })
  const phone = await uploaded(Buffer.concat([START, frame(8192, 6144), ...picture]))
  expect(await call('attachment.confirm', { id: phone })).toMatchObject({ ok: true })
})

const control = async (path: string, body: unknown): Promise<void> => {
  const reply = await fetch(`${hospital.emulator.base}/_emulator/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  expect(reply.status).toBe(200)
}

test('B15: what is printed on a photo comes back as fields with the line each was read from, to its uploader only', async () => {
  const bytes = Buffer.concat([START, ...picture])
  const id = await uploaded(bytes)
  expect(await call('attachment.read-text', { id })).toMatchObject({ code: 'not-found' })
  await call('attachment.confirm', { id })
  const [doc] = hospital.emulator.store.find('uploads', { _id: id }).docs
  await control('wechat/printed-text', { image: String(doc?.fileId).split('/').pop(), lines: ['证书编号：HZ-2023-00018', '有效期至 2027年6月4日'] })
  expect(await call('attachment.read-text', { id })).toMatchObject({ ok: true, data: { proposals: [
    { field: 'number', value: 'HZ-2023-00018', from: '证书编号:HZ-2023-00018' }, { field: 'expiresOn', value: '2027-06-04', from: '有效期至 2027年6月4日' },
  ] } })
  const others = await hospital.emulator.invoke('api', { operation: 'attachment.read-text', input: { id }, requestId: 'request-000000000900' }, 'wx-lisi')
  expect(others).toMatchObject({ code: 'not-found' })
})

test.each([[101002, 'attachment.text-quota'], [45009, 'attachment.text-quota'], [48001, 'attachment.text-quota'], [101000, 'attachment.text-failed'], [101003, 'attachment.text-failed'], [-1, 'attachment.text-failed']])(
  'B15: WeChat’s code %p of reading a photo is told as %s, so that the form goes on by hand', async (code, told) => {
    const id = await uploaded(Buffer.concat([START, ...picture]))
    await call('attachment.confirm', { id })
    await control('providers/faults', { end: 'printed-text', times: 1, code })
    expect(await call('attachment.read-text', { id })).toMatchObject({ code: told })
  })

test('B15: one person reads twenty photos a day, counted before WeChat is asked; the twenty-first is told so, and the next day begins anew', async () => {
  const id = await uploaded(Buffer.concat([START, ...picture]))
  await call('attachment.confirm', { id })
  const counter = { _id: 'read-text:acc-wangjun:2026-11-25' }
  await hospital.emulator.store.modify('attempts', counter, { $set: { failures: 19, since: new Date('2026-11-25T00:30:00Z'), lockedUntil: null, schema: 1 } }, { multi: false, upsert: true, merge: true })
  await control('providers/faults', { end: 'printed-text', times: 1, code: -1 })
  expect(await call('attachment.read-text', { id })).toMatchObject({ code: 'attachment.text-failed' })
  expect(await call('attachment.read-text', { id })).toMatchObject({ code: 'attachment.text-enough', detail: { limit: 20 } })
  hospital.emulator.clock.freeze(new Date('2026-11-25T16:00:00Z'))
  expect(await call('attachment.read-text', { id })).not.toMatchObject({ code: 'attachment.text-enough' })
})

describe('照片内容检查', () => {
  const switched = async (on: boolean): Promise<Reply> => {
    const { version, officialAccount, subscribeMessage, employeeMessage, sms } = await data<Record<string, unknown>>(call('channel.settings', {}))
    return call('channel.save-settings', { version, officialAccount, subscribeMessage, employeeMessage, sms, mediaCheck: { on }, secrets: [] })
  }
  const confirmed = async (): Promise<string> => {
    const id = await uploaded(Buffer.concat([START, ...picture]))
    await data(call('attachment.confirm', { id }))
    return id
  }
  const checkOf = (attachmentId: string) => hospital.docs('media_checks').find((doc) => doc.attachmentId === attachmentId)
  const seen = async (id: string) => (await data<{ attachment: { url: string; hidden?: true } }>(call('attachment.confirm', { id }))).attachment
  const push = (event: Record<string, unknown>, repeats = 0) => control('wechat/push', { account: 'mini', event: { Event: 'wxa_media_check', FromUserName: ADMIN, version: 2, ...event }, repeats })
  const notices = () => hospital.docs('inbox').filter(({ title }) => title === '有一张照片没有通过内容检查')

  test('is off at first, and WeChat is asked for it before it is switched on', async () => {
    const before = await confirmed()
    expect(checkOf(before)).toBeUndefined()
    await control('providers/faults', { end: 'media-check', times: 1, code: 48001 })
    expect(await switched(true)).toMatchObject({ code: 'channel.refused', detail: { channel: 'media-check', code: '48001' } })
    expect(await switched(true)).toMatchObject({ ok: true, data: { mediaCheck: { on: true } } })
  })

  test('a risky picture is hidden once its verdict comes, and its uploader is told once, however often it is pushed', async () => {
    const id = await confirmed()
    expect(checkOf(id)).toMatchObject({ state: 'asked', appId: expect.any(String), accountId: 'acc-wangjun' })
    expect((await seen(id)).url).not.toBe('')
    const result = { trace_id: checkOf(id)?._id, errcode: 0, detail: [{ strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20002, prob: 90 }], result: { suggest: 'risky', label: 20002 } }
    await push(result, 2)
    expect(checkOf(id)).toMatchObject({ state: 'risky', code: '20002', keepUntil: null })
    expect(await seen(id)).toMatchObject({ url: '', hidden: true })
    expect(notices()).toMatchObject([{ accountId: 'acc-wangjun', text: expect.stringContaining('证.jpg') }])
    await push({ ...result, result: { suggest: 'pass', label: 100 } })
    expect(await seen(id)).toMatchObject({ hidden: true })

    const form = { ...emptyForm(), deviceIds: ['dev-000059'], number: 'RISKY-1', holderName: '张三', expiresOn: '2028-01-31', attachmentIds: [id] }
    const saved = await data<{ id: string }>(call('certificate.save', { id: null, version: null, form }))
    expect(await call('certificate.photos', { ids: [saved.id] })).toMatchObject({ ok: true, data: { photos: [] } })
  })

  test.each([['pass', 0, 'passed'], ['review', 0, 'review'], ['', -1008, 'failed']])('a verdict of %p with errcode %p hides nothing', async (suggest, errcode, state) => {
    const id = await confirmed()
    await push({ trace_id: checkOf(id)?._id, errcode, ...(suggest !== '' && { result: { suggest, label: '100' } }) })
    expect(checkOf(id)).toMatchObject({ state })
    expect((await seen(id)).hidden).toBeUndefined()
  })

  test('a verdict on a trace that nobody knows is acknowledged and tells nobody', async () => {
    const before = notices().length
    await push({ trace_id: 'unknown-trace', errcode: 0, result: { suggest: 'risky', label: 20001 } })
    expect(notices()).toHaveLength(before)
    expect(hospital.emulator.store.find('media_checks', { _id: 'unknown-trace' }).docs).toMatchObject([{ state: 'early', institutionId: '' }])
  })

  test.each([[-1, 'failed'], [45009, 'failed'], [47001, 'failed'], [48001, 'failed'], [61010, 'skipped'], [40003, 'skipped']])('WeChat’s code %p keeps nobody from his picture: %s', async (code, state) => {
    await control('providers/faults', { end: 'media-check', times: 1, code })
    const id = await confirmed()
    expect(checkOf(id)).toMatchObject({ state, code: String(code) })
    expect((await seen(id)).url).not.toBe('')
  })

  test('a line that is cut keeps nobody from his picture, and managers are told of what was not looked at', async () => {
    await control('providers/faults', { end: 'media-check', times: 1, cut: 'after' })
    const id = await confirmed()
    expect(checkOf(id)).toMatchObject({ state: 'failed' })
    const { alarms } = await data<{ alarms: Array<{ kind: string; photos?: number }> }>(call('health.get', {}))
    expect(alarms).toContainEqual(expect.objectContaining({ kind: 'unchecked' }))
  })
})
