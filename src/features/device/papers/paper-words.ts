import { CERTIFICATE_LIMITS, type CertificateForm } from '../../../../domain/certificate/certificate'
import type { PaperTab } from '../../../../domain/device/paper-tabs'

interface PaperWords {
  /** As its tab says it. */
  tab: string
  add: string
  empty: string
  /** What is uploaded. */
  file: string
  /** 签发日期, 上次保养日期 … */
  issuedOn: string
  expiresOn: string
}

/** What a paper's parts are called in its tab (S45–S49). */
export const PAPER_WORDS: Readonly<Record<PaperTab, PaperWords>> = {
  'device-upkeep': { tab: '保养计划', add: '新增保养计划', empty: '还没有保养计划。录入周期和上次日期，到期前自动提醒。', file: '保养报告', issuedOn: '上次保养日期', expiresOn: '下次到期' },
  'device-metrology': { tab: '计量计划', add: '新增计量计划', empty: '还没有计量计划。录入周期和上次日期，到期前自动提醒。', file: '检定证书', issuedOn: '上次计量日期', expiresOn: '下次到期' },
  'device-licence': { tab: '配置许可证', add: '新增配置许可证', empty: '还没有录入配置许可证。', file: '许可证', issuedOn: '签发日期', expiresOn: '有效期至' },
  'device-certificate': { tab: '操作证', add: '新增操作证', empty: '这台设备还没有录入操作证。', file: '操作证', issuedOn: '签发日期', expiresOn: '有效期至' },
}

const CODE_WORDS: Readonly<Record<string, string>> = {
  'certificate.type-unknown': '没有这种类型，或已停用',
  'certificate.field-missing': '这种证件需要填写这一项',
  'certificate.too-many-recipients': `最多指定 ${CERTIFICATE_LIMITS.recipients} 人`,
  'certificate.too-many-attachments': `最多上传 ${CERTIFICATE_LIMITS.attachments} 份`,
  'certificate.number-or-name-missing': '证件号、姓名至少填一项',
  'certificate.number-taken': '该证件号已有记录，请核对',
  'certificate.text-too-long': '内容太长，请精简',
  'certificate.lead-not-whole': '请填整数天数',
  'certificate.lead-out-of-range': `请填 0 到 ${CERTIFICATE_LIMITS.leadDays} 之间的天数`,
  'certificate.birth-month-invalid': '出生年月不对，请重新选择',
  'certificate.expires-before-issue': '不能早于上面的日期',
  'certificate.expires-before-valid-from': '不能早于生效日期',
  'certificate.valid-from-before-issue': '生效日期不能早于签发日期',
  'certificate.template-missing': '请填发送内容模板',
  'plan.cycle-invalid': '请填 1 到 120 个月',
  'plan.no-sms': '请用首页或微信提醒',
  'send-time.invalid': '请填 00:00:00 到 23:59:59 之间的时间',
  'day.invalid': '日期不对，请重新选择',
  'account.not-found': '有人的账号已停用，请移除后再保存',
  'attachment.not-staged': '有附件已失效，请删除后重新上传',
  'handling.expiry-not-later': '应晚于原来的下次到期',
  'handling.expiry-missing': '请填下次到期',
}

/** The sentence under a field of a paper. */
export function paperCodeWords(tab: PaperTab, code: string): string {
  if (code === 'certificate.expiry-missing') return tab === 'device-upkeep' || tab === 'device-metrology' ? '请填下次到期' : '请填有效期至，或选长期有效'
  return CODE_WORDS[code] ?? '请检查这一项'
}

/** What a save refuses as a whole and yet belongs to one field. */
const FIELD_OF: Readonly<Record<string, keyof CertificateForm>> = { 'certificate.number-taken': 'number', 'account.not-found': 'recipientIds', 'attachment.not-staged': 'attachmentIds' }
export const fieldOfRefusal = (code: string): string | undefined => FIELD_OF[code]
