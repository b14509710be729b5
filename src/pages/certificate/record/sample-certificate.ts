import type { AccountRow } from '../../../../contract/account'
import { emptyForm, type CertificateForm } from '../../../../domain/certificate/certificate'
import type { LoadedCertificate } from '../../../features/certificate/draft'

/** For page tests: the guide's own device and certificate (S11). */
export const aDevice = { id: 'dev-63', code: '000063', name: '环境监测用x-r辐射空气比释动能率仪', department: { id: 'dept-imaging', name: '影像中心' }, model: 'JB4000', type: '', unit: '' }

export const anAccount = (id: string, name: string, reach: Partial<AccountRow['reach']> = {}): AccountRow =>
  ({ id, name, loginName: id, role: 'staff', department: { id: 'dept-ct', name: 'CT室' }, reach: { bound: true, follows: true, hasPhone: true, wechatCredits: 0, ...reach } })

export const aCertificate = (part: Partial<LoadedCertificate> = {}, form: Partial<CertificateForm> = {}): LoadedCertificate => ({
  id: 'cert-1', version: 3, cycle: 1,
  form: {
    ...emptyForm(), deviceIds: ['dev-63'], number: 'C000000001', holderName: '张三', issuedOn: '2023-01-07', validFrom: '2023-01-07', expiresOn: '2026-12-08', leadDays: 30,
    relatedRoles: ['creator'], recipientIds: [], ...form,
  },
  devices: [aDevice], attachments: [],
  recipients: [{ id: 'acc-zhang', name: '张三', because: ['creator'], reach: { bound: true, follows: true, hasPhone: true, wechatCredits: 0 } }],
  handling: null, nextSendAt: '2026-11-24T00:00:00.000Z', holdReason: null, toldOn: null,
  createdBy: '张三', createdAt: '2026-11-01T01:00:00.000Z', updatedBy: '张三', updatedAt: '2026-11-01T01:00:00.000Z',
  mayWrite: true, mayHandle: true, mayNote: true, ...part,
})
