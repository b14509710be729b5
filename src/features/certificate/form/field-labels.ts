import type { CertificateForm } from '../../../../domain/certificate/certificate'

/** The guide's labels (S18–S30, S38–S41). */
export const LABELS: Readonly<Record<keyof CertificateForm, string>> = {
  typeId: '证件类型',
  deviceIds: '关联设备',
  issuer: '颁证单位',
  number: '证件号',
  holderName: '姓名',
  gender: '性别',
  birthMonth: '出生年月',
  title: '职称',
  operableDevice: '可操作大型设备名称',
  issuedOn: '签发日期',
  validFrom: '生效日期',
  expiresOn: '有效期至',
  longTerm: '长期有效',
  cycleMonths: '周期(月)',
  leadDays: '提前预警时间(天)',
  sendTime: '发送时间',
  description: '描述',
  attachmentIds: '操作证',
  channels: '发送形式',
  relatedRoles: '发送给相关人员',
  recipientIds: '发送给指定人员',
  template: '发送内容模板',
}

const ORDER = Object.keys(LABELS) as Array<keyof CertificateForm>

/** 「证件号、有效期至」, in the form's order. */
export const labelled = (fields: readonly string[]): string => ORDER.filter((field) => fields.includes(field)).map((field) => LABELS[field]).join('、')

/** For the save bar: 「有 2 项要改：证件号、有效期至」; '' when nothing is wrong. 生效日期 is said at 签发日期. */
export function wrongWords(codes: Readonly<Record<string, string>>): string {
  const fields = Object.keys(codes).filter((field) => field !== 'validFrom')
  return fields.length === 0 ? '' : `有 ${fields.length} 项要改：${labelled(fields)}`
}
