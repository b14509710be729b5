import { createHash } from 'node:crypto'
import type { Reply } from '../../../contract/call'
import { openTemporaryHospital, type TemporaryHospital } from '../../../demo/temporary-hospital'
import { MAX_ATTACHMENT_BYTES } from '../../../domain/attachment/attachment'
import type { Emulator } from '../../../emulator/emulator'

const ADMIN = 'wx-wangjun'
const segment = (marker: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data])
const picture = [segment(0xdb, Buffer.alloc(64, 1)), segment(0xda, Buffer.from([1])), Buffer.from([5, 6, 7, 0xff, 0xd9])]
const START = Buffer.from([0xff, 0xd8])

jest.setTimeout(60_000)
let emulator: Emulator
let hospital: TemporaryHospital
beforeAll(async () => {
  hospital = await openTemporaryHospital({ now: new Date('2026-11-25T01:00:00Z') })
  emulator = hospital.emulator
})
afterAll(() => hospital?.close())

let counter = 0
const call = async (operation: string, input: unknown): Promise<Reply> =>
  (await emulator.invoke('api', { operation, input, requestId: `request-${String((counter += 1)).padStart(12, '0')}` }, ADMIN)) as Reply
/** Says that it is small, and sends `bytes`. */
const uploaded = async (bytes: Buffer): Promise<string> => {
  const begun = await call('attachment.begin', { name: '证.jpg', bytes: 100, type: 'image/jpeg', way: 'cloud' })
  if (!begun.ok) throw new Error(begun.code)
  const { id, path } = begun.data as { id: string; path: string }
  await fetch(`${emulator.base}/_emulator/upload?path=${encodeURIComponent(path)}`, { method: 'PUT', headers: { 'x-emulator-openid': ADMIN }, body: new Uint8Array(bytes) })
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
  const [doc] = emulator.store.find('uploads', { _id: id }).docs
  expect(doc).toMatchObject({ bytes: kept.length, sha256: createHash('sha256').update(kept).digest('hex') })
  expect(attachment.bytes).toBe(kept.length)
})

test('a file that is larger than it was said to be is refused by its length', async () => {
  const id = await uploaded(Buffer.concat([START, Buffer.alloc(MAX_ATTACHMENT_BYTES)]))
  expect(await call('attachment.confirm', { id })).toMatchObject({ code: 'attachment.too-large', detail: { maxBytes: MAX_ATTACHMENT_BYTES } })
})
