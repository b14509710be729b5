import type { Reply } from '../../../contract/call'
import type { CertificateForm } from '../../../domain/certificate/certificate'
import { codeOf, data, keptHospital } from '../../../demo/fresh-hospital'
import { instantOf } from '../../../domain/kernel/civil-day'

const NOW = new Date('2026-11-25T01:00:00Z')
const ADMIN = 'wx-wangjun'

jest.setTimeout(30_000)

const hospital = keptHospital({ now: NOW })

const ask = async <T>(operation: string, input: unknown, requestId: string): Promise<T> => {
  const reply = (await hospital.emulator.invoke('api', { operation, input, requestId }, ADMIN)) as Reply
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.data as T
}

const FORM: CertificateForm = {
  typeId: 'device-operator', deviceIds: ['dev-000059', 'dev-000060'], issuer: '国家卫健委人才交流服务中心', number: 'C000000777', holderName: '张 三（小）', gender: 'female', birthMonth: '1985-06',
  title: '主管技师', operableDevice: 'CT技师；DSA技师', issuedOn: '2024-02-29', validFrom: '2024-03-01', expiresOn: '2028-02-29', longTerm: false, leadDays: 180, sendTime: '10:30:15',
  description: '第一行\n第二行 <b>不是标签</b>', attachmentIds: [], channels: { home: true, sms: true, wechat: false }, relatedRoles: ['creator', 'editor'], recipientIds: [],
  template: '[设备名称] 的证 [证件号] 到 [设备操作证到期日]，[没有的变量] 照旧',
}

test('S18–S29, S38, S39, S41, S49: every field comes back from the form exactly as it was saved', async () => {
  const { id } = await ask<{ id: string }>('certificate.save', { id: null, version: null, form: FORM }, 'every-field-0000000001')
  const { certificate } = await ask<{ certificate: { form: CertificateForm; version: number } }>('certificate.get', { id }, 'every-field-0000000002')
  expect(certificate.form).toEqual(FORM)
})

describe('S32: originals are kept', () => {
  const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xda, 0, 3, 1, 7, 7, 7, 0xff, 0xd9])
  interface Row { by: string; formerScans?: Array<{ id: string; name: string; url: string }> }

  const scan = async (name: string): Promise<string> => {
    const { id, path } = await data<{ id: string; path: string }>(hospital.call(ADMIN, 'attachment.begin', { name, bytes: PHOTO.length, type: 'image/jpeg', way: 'cloud' }))
    await hospital.upload(ADMIN, path, PHOTO)
    await data(hospital.call(ADMIN, 'attachment.confirm', { id }))
    return id
  }
  let minute = 0
  /** Each save a minute after the last one: the history goes by time. */
  const save = ({ id, version }: { id: string | null; version: number | null }, attachmentIds: string[]) => {
    hospital.emulator.clock.freeze(instantOf('2026-11-25', `10:0${minute += 1}:00`))
    return data<{ id: string; version: number }>(hospital.call(ADMIN, 'certificate.save', { id, version, form: { ...FORM, deviceIds: ['dev-000059'], number: 'C000000778', attachmentIds } }))
  }
  const history = (openid: string, id: string) => hospital.call(openid, 'certificate.history', { id })

  test('a scan that is replaced or deleted in the form stays in the history of who did it, also after the nightly sweep, for whoever may see the certificate', async () => {
    const [front, back, better] = [await scan('正面.jpg'), await scan('背面.jpg'), await scan('正面重拍.jpg')]
    const first = await save({ id: null, version: null }, [front, back])
    const second = await save(first, [better, back])
    const third = await save(second, [better])
    await save(third, [better])
    await scan('没有保存.jpg')
    hospital.emulator.clock.freeze(instantOf('2026-11-27', '03:16:00'))
    await hospital.emulator.advance(instantOf('2026-11-27', '03:18:00'))
    expect(hospital.docs('uploads')).toEqual([])

    const { rows } = await data<{ rows: Row[] }>(history(ADMIN, first.id))
    expect(rows.map(({ formerScans }) => formerScans?.map(({ name }) => name) ?? [])).toEqual([[], ['背面.jpg'], ['正面.jpg'], []])
    expect(rows[2]).toMatchObject({ by: '王军', formerScans: [{ id: front }] })
    expect(Buffer.from(await (await fetch(rows[2]?.formerScans?.[0]?.url ?? '')).arrayBuffer()).equals(PHOTO)).toBe(true)
    expect(await codeOf(history('wx-wangwu', first.id))).toBe('not-found')

    const photos = async (openid: string) => (await data<{ photos: Array<{ id: string; url: string }> }>(hospital.call(openid, 'certificate.photos', { ids: [first.id] }))).photos
    const [card] = await photos(ADMIN)
    expect(Buffer.from(await (await fetch(card?.url ?? '')).arrayBuffer()).equals(PHOTO)).toBe(true)
    expect(await photos('wx-wangwu')).toEqual([])
  })
})
