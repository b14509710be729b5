import { certificateTemplate } from '../../../contract/certificate-import'
import { CERTIFICATE_COLUMNS, type CertificateColumn } from '../../../domain/certificate/sheet-columns'
import { typesOf } from '../../../cloud/repositories/rules'
import { handsOut } from '../exports/hand-out'
import { templateBook } from '../import/template-book'

/** An example of each column, and what may stand in it. */
const EXAMPLES: Readonly<Record<CertificateColumn, readonly [example: string, note: string]>> = {
  deviceCodes: ['000059', '设备的六位唯一码；一张证对应多台设备时用顿号隔开，如 000059、000060。不关联设备的证件留空。'],
  assetNumbers: ['', '没有唯一码时填本院的设备编码；同一编码有几台设备时只能填唯一码。'],
  typeName: ['设备操作证', '留空时按导入页面上选的类型。可填：'],
  number: ['示例C000000001', '同一类型的证件号不能重复。证件号和姓名至少填一项。'],
  staffNumber: ['', '可不填；填了可以按工号匹配照片。'],
  holderName: ['张三', ''],
  gender: ['男', '男或女，可不填。'],
  birthMonth: ['1985-06', '1985-06、1985年6月均可。'],
  title: ['主管技师', ''],
  operableDevice: ['磁共振', ''],
  issuer: ['市卫生健康委员会', ''],
  issuedOn: ['2024-01-31', '2024-01-31、2024/1/31、2024.1.31、20240131、2024年1月31日均可。'],
  validFrom: ['', '留空时与签发日期相同。'],
  expiresOn: ['2028-01-30', '必填。不会到期的填「长期有效」。'],
  leadDays: ['', '整数，留空时按证件类型。'],
  sendTime: ['08:00', '留空为 08:00。'],
  channels: ['首页', '首页、短信、微信，用顿号隔开，留空为首页。'],
  recipients: ['', '系统账号的姓名或登录名，用顿号隔开。留空时提醒录入人，也就是导入的人。'],
  description: ['', ''],
}

const RULES = [
  ['示例行', '第二行是示例，可以删去；留着也不会导入。'],
  ['其他表格', '不用模板也可以：本院已有的表格，只要有表头，列名和顺序不同也能导入。'],
  ['照片', '可另选一个压缩包（zip），照片文件名写证件号、工号或姓名。'],
]

/** What is handed out to be filled in: columns, an example, and what may stand in each (B23). */
export const template = handsOut(certificateTemplate, async (_asked, caller, scene) => {
  const types = (await typesOf(scene.store, caller.institutionId)).filter(({ type }) => type.active).map(({ type }) => type.name)
  const noteOf = (key: CertificateColumn): string => `${EXAMPLES[key][1]}${key === 'typeName' ? types.join('、') : ''}`
  const bytes = await templateBook('操作证', CERTIFICATE_COLUMNS.map(({ key, header }) => ({ header, example: EXAMPLES[key][0], note: noteOf(key) })), RULES)
  return { name: '操作证导入模板', bytes }
})
