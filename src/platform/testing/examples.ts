import type { AccountSelf } from '../../../contract/account'
import type { CertificateEntry } from '../../../contract/certificate'

export const zhang: AccountSelf = {
  id: 'a-zhang', name: '张三', loginName: 'zhangsan', role: 'equipment-office', department: { id: 'd-imaging', name: '影像中心' },
  institution: { id: 'i-1', name: '医疗机构测试1' }, phoneMasked: '138****0001', reach: { bound: true, follows: false, hasPhone: true, wechatCredits: 3 },
}

export const me = (account: AccountSelf | null = zhang, actions = ['certificate.read', 'certificate.handle', 'certificate.write', 'inbox.read', 'account.read', 'account.invite']) =>
  ({ account, actions: account ? actions : [], subscribeTemplateId: null })

export const entry = (id: string, over: Partial<CertificateEntry> = {}): CertificateEntry => ({
  id, version: 1, typeName: '', number: 'C000000012', holderName: '钱七', title: '',
  devices: [{ id: 'dv-62', code: '000062', name: '放射性活度计(PETMR)', department: { id: 'd-imaging', name: '影像中心' }, model: '', type: '核医学', unit: '台(套)' }],
  deviceCount: 1, expiresOn: '2026-10-31', longTerm: false, leadDays: 30, sendTime: '08:00:00', handling: null, nextSendAt: null, ...over,
})
