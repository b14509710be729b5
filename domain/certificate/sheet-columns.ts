import type { SheetColumn } from '../sheet/columns'

const column = <const K extends string>(key: K, header: string, aliases: readonly string[] = []) => ({ key, header, aliases })

/** The columns of an import of certificates in the guide's words, with what hospitals call them in sheets of their own (B23, S18–S30, S49). */
export const CERTIFICATE_COLUMNS = [
  column('deviceCodes', '唯一码', ['设备唯一码', '关联设备唯一码']),
  column('assetNumbers', '设备编码', ['资产编号', '资产编码', '设备资产编号', '固定资产编号', '设备编号']),
  column('typeName', '证件类型', ['证书类型', '证件类别', '证书类别', '证件名称', '证书名称']),
  column('number', '证件号', ['证书编号', '证书号', '证件编号', '操作证号', '操作证编号', '证号', '证件号码', '证书号码']),
  column('staffNumber', '工号', ['员工号', '职工号', '员工编号', '职工编号', '人员编号']),
  column('holderName', '姓名', ['证书持有人姓名', '持证人', '持证人姓名', '持有人', '持有人姓名', '人员姓名', '操作人员', '操作人']),
  column('gender', '性别'),
  column('birthMonth', '出生年月', ['出生日期', '出生年月日']),
  column('title', '职称', ['专业技术职务', '技术职称', '职务职称']),
  column('operableDevice', '可操作大型设备名称', ['可操作设备', '可操作设备名称', '可操作人至设备名称', '作业项目', '操作项目', '专业']),
  column('issuer', '颁证单位', ['发证单位', '发证机关', '发证机构', '发证部门', '颁发单位', '颁发机构']),
  column('issuedOn', '签发日期', ['发证日期', '颁证日期', '颁发日期', '发证时间', '签发时间', '取证日期', '批准日期']),
  column('validFrom', '生效日期', ['有效期起', '有效期自', '有效期开始', '生效时间']),
  { ...column('expiresOn', '有效期至', ['有效期止', '操作证有效期', '证件有效期', '证书有效期', '有效期', '有效期限', '有效日期', '到期日', '到期日期', '到期时间', '截止日期', '失效日期']), needed: true },
  column('leadDays', '提前预警时间(天)', ['预警提前量', '提前量', '提前天数', '提前预警天数']),
  column('sendTime', '发送时间', ['提醒时间']),
  column('channels', '发送形式', ['通知方式', '提醒方式']),
  column('recipients', '通知人员', ['指定人员', '提醒人员', '接收人']),
  column('description', '描述', ['备注', '说明']),
] as const satisfies readonly SheetColumn[]

export type CertificateColumn = (typeof CERTIFICATE_COLUMNS)[number]['key']
export type CertificateCells = Record<CertificateColumn, string>
