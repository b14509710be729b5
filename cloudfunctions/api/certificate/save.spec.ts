import type { Reply } from '../../../contract/call'
import type { CertificateForm } from '../../../domain/certificate/certificate'
import { keptHospital } from '../../../demo/fresh-hospital'

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
